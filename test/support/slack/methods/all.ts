/** Every method of the Web API that the fake knows. */
import type { Method } from '../call.ts'
import { chatMethods } from './chat.ts'
import { conversationMethods } from './conversations.ts'
import { fileMethods } from './files.ts'
import { historyMethods } from './history.ts'
import { listMethods } from './lists.ts'
import { peopleMethods } from './people.ts'
import { viewMethods } from './views.ts'

/** Gives the address of an event stream; `ticket` lets one connection in. */
const connectionsOpen: Method = {
  args: {},
  errors: [],
  token: 'app',
  scopes: ['connections:write'],
  run: ({ workspace }) => ({ url: workspace.streamUrl() }),
}

export const METHODS: Readonly<Record<string, Method>> = {
  'apps.connections.open': connectionsOpen,
  ...peopleMethods,
  ...conversationMethods,
  ...listMethods,
  ...historyMethods,
  ...chatMethods,
  ...viewMethods,
  ...fileMethods,
}
