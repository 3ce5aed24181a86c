/** From a sheet to a PNG. */
import { Resvg } from '@resvg/resvg-js'
import satori from 'satori'
import { fonts } from './fonts.ts'
import { WIDTH, layOut } from './layout.ts'
import type { DrawSheet } from './sheet.ts'

/** Letters become outlines, so nothing depends on the fonts of the machine. */
export const drawSheet: DrawSheet = async (sheet) => {
  const svg = await satori(layOut(sheet), { width: WIDTH, fonts: await fonts() })
  const picture = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  return new Uint8Array(picture.asPng())
}
