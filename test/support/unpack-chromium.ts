/** Run by `chromium.ts` in a process whose temporary folder is the one to fill. */
import chromium from '@sparticuz/chromium'

await chromium.executablePath()
