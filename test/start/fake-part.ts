/** Stands for the bot or the sandbox: answers on its port, ends when told, says so in a file. */
import { appendFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { stopWithParent } from '../../src/stop-with-parent.ts'

const { FAKE_NAME, FAKE_PORT, FAKE_JOURNAL = '', FAKE_ENDS_WITH, FAKE_STUBBORN } = process.env

stopWithParent()
process.on('SIGTERM', () => {
  if (FAKE_STUBBORN) return
  appendFileSync(FAKE_JOURNAL, `${FAKE_NAME} stops\n`)
  process.exit(0)
})

if (FAKE_ENDS_WITH) process.exit(Number(FAKE_ENDS_WITH))
const server = createServer((request, response) => {
  response.end()
  if (request.url === '/die') process.exit(3)
})
server.listen(Number(FAKE_PORT), () => {
  appendFileSync(FAKE_JOURNAL, `${FAKE_NAME} starts ${process.pid}\n`)
})
