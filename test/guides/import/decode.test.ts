import { describe, expect, test } from 'vitest'
import { decodePage } from '../../../src/guides/import/decode.ts'
import { PAGE } from './page.ts'

const UTF8 = Buffer.from(PAGE)

/** The page as a program shows it when it takes its bytes for another charset, then saved as UTF-8. */
function misread(bytes: Uint8Array, charset: string): Buffer {
  return Buffer.from(new TextDecoder(charset).decode(bytes))
}

/** Strictly Latin-1, as few programs do: controls where Windows has quotation marks. */
function latin1(bytes: Uint8Array): Buffer {
  return Buffer.from(Buffer.from(bytes).toString('latin1'))
}

test('UTF-8 is left as it is', () => {
  expect(decodePage(UTF8)).toEqual({ text: PAGE })
})

describe('a page taken for another charset is repaired to the letter', () => {
  test.each([
    ['Mac Roman', misread(UTF8, 'macintosh'), 'Mac Roman'],
    ['Windows-1252', misread(UTF8, 'windows-1252'), 'Windows-1252'],
    ['Latin-1', latin1(UTF8), 'Windows-1252'],
    ['Mac Roman twice', misread(misread(UTF8, 'macintosh'), 'macintosh'), 'Mac Roman'],
  ])('%s', (_, bytes, repaired) => {
    expect(decodePage(bytes)).toEqual({ text: PAGE, repaired })
  })

  test('when only a half of it was', () => {
    const half = PAGE.indexOf('## Guides par métier')
    const mixed =
      PAGE.slice(0, half) + misread(Buffer.from(PAGE.slice(half)), 'macintosh').toString()
    expect(decodePage(Buffer.from(mixed)).text).toBe(PAGE)
  })

  test('but for the letters that were lost', () => {
    const lossy = misread(UTF8, 'windows-1252')
      .toString()
      .replaceAll(/[\u0080-\u009F]/g, '\uFFFD')
    const { text } = decodePage(Buffer.from(lossy))
    expect(text.replaceAll(/\P{ASCII}/gu, '')).toBe(PAGE.replaceAll(/\P{ASCII}/gu, ''))
    expect(text).toContain('Préqualification')
    expect(text).toContain('⚠️ Aucun debrief avant le soir')
  })
})

describe('a page saved in another encoding is read', () => {
  const text = 'L’équipe « préfère » œuvrer à Évry…'

  test('Windows-1252', () => {
    const bytes = Uint8Array.from(text, (letter) => WINDOWS[letter] ?? letter.codePointAt(0) ?? 0)
    expect(decodePage(bytes)).toEqual({ text })
  })

  test('Mac Roman', () => {
    const mac = new TextDecoder('macintosh')
    const all = Array.from({ length: 256 }, (_, byte) => mac.decode(Uint8Array.of(byte)))
    expect(decodePage(Uint8Array.from(text, (letter) => all.indexOf(letter)))).toEqual({ text })
  })

  test('UTF-16', () => {
    expect(decodePage(Buffer.from(`\uFEFF${text}`, 'utf16le')).text).toBe(text)
  })
})

const WINDOWS: Readonly<Record<string, number>> = { '’': 0x92, œ: 0x9c, '…': 0x85 }

test('French that could be bytes is left alone', () => {
  const text = 'QUALITÉ» l’équipe «état’é À° Ê»'
  expect(decodePage(Buffer.from(text))).toEqual({ text })
})
