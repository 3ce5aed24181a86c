/** The bot's log, kept for a test to read. */
import { Writable } from 'node:stream'
import { openLog } from '../../src/log.ts'

export function keptLog(level = 'debug') {
  const lines: Record<string, unknown>[] = []
  const to = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString('utf8')))
      done()
    },
  })
  return { log: openLog(level, to), lines }
}
