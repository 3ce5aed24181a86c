// @ts-check
/** @import { App } from './types.d.ts' */
import { startClock } from './chat/clock.js'
import { followHash, openEveryone } from './chat/switching.js'
import { markSeen } from './chat/reading.js'
import { createView } from './view/view.js'

let scheduled = false

/** @type {App} */
const app = {
  sessions: new Map(),
  failures: new Map(),
  users: new Map(),
  current: '',
  playing: undefined,
  advice: undefined,
  clockOffset: 0,
  said: new Set(),
  changed() {
    if (scheduled) return
    scheduled = true
    queueMicrotask(() => {
      scheduled = false
      render()
    })
  },
}

const render = createView(app)
startClock(app)
followHash(app)
document.addEventListener('visibilitychange', () => {
  const session = app.sessions.get(app.current)
  if (session) markSeen(app, session)
})
await openEveryone(app)
