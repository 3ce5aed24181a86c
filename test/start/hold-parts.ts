/** `npm start` with two fake parts, for a test to kill: their ports and journal are its arguments. */
import { fakePart } from './fake.ts'
import { runTogether } from '../../src/start/run-together.ts'

const [journal = '', first = '', second = ''] = process.argv.slice(2)
await runTogether(
  [fakePart('Le premier', Number(first), journal), fakePart('Le second', Number(second), journal)],
  {
    say: (text) => void process.stdout.write(`${text}\n`),
    welcome: 'Tout est prêt.',
    stopRequested: new Promise(() => {}),
  },
)
