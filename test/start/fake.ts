import { join } from 'node:path'
import type { Part } from '../../src/start/part.ts'

export function fakePart(
  name: string,
  port: number,
  journal: string,
  behaviour: { endsWith?: number; stubborn?: boolean } = {},
): Part {
  return {
    name,
    script: join(import.meta.dirname, 'fake-part.ts'),
    port,
    portVariable: 'PORT',
    healthUrl: `http://127.0.0.1:${port}/`,
    env: {
      FAKE_NAME: name,
      FAKE_PORT: String(port),
      FAKE_JOURNAL: journal,
      FAKE_ENDS_WITH: behaviour.endsWith === undefined ? '' : String(behaviour.endsWith),
      FAKE_STUBBORN: behaviour.stubborn === true ? 'yes' : '',
    },
  }
}
