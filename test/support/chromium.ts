/** The browser of the tests: where it is, how to get it, and how to start it. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import {
  execute,
  existing,
  fetchedFolder,
  fillFolder,
  firstThatRuns,
  onPath,
  type Tool,
} from './tools.ts'

export const chromiumIsMissing =
  'Il manque Chromium (ou Chrome) pour les tests. Debian : sudo apt-get install chromium. macOS : brew install --cask google-chrome. Ailleurs : installe Chromium ou Chrome, puis donne le chemin du programme dans CHROMIUM.'

/** Starts a headless browser that asks nothing of the network by itself. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  const tool = await findChromium()
  if (tool === undefined) throw new Error(chromiumIsMissing)
  return await chromium.launch({
    executablePath: tool.file,
    env: definedOnly({ ...process.env, ...tool.env }),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** The one that npm installed comes first, so that tests see the same browser on every machine. */
export async function findChromium(): Promise<Tool | undefined> {
  const chosen = process.env['CHROMIUM']
  if (chosen) return await firstThatRuns([{ file: chosen, env: {} }])
  const folder = fetchedFolder('chromium')
  const ours = [join(folder, 'chromium')]
  const fonts = { FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  return await firstThatRuns([
    ...(await existing(ours, fonts)),
    ...(await existing(ours, { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023/lib') })),
    ...(await onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable')),
    ...(await existing([
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ])),
  ])
}

/** Unpacks the Chromium that npm installed compressed; it is for Linux on x64 only. */
export async function unpackChromium(): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return
  await fillFolder('chromium', async (aside) => {
    // The package unpacks into the temporary folder, with its libraries on Amazon's Linux only.
    const env = { ...process.env, TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' }
    await execute(process.execPath, [join(import.meta.dirname, 'unpack-chromium.ts')], { env })
    await writeFile(join(aside, 'fonts.conf'), fontSettings(fetchedFolder('chromium')))
  })
}

/** Chromium stops where it finds no font at all: the package's own come first. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return Object.fromEntries(entries)
}
