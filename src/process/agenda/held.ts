/** What is done and said about messages that are held. */
import type { HeldMessage, Recruitment } from '../recruitment.ts'
import type { AgendaEntry } from './entry.ts'
import { debriefThreadKey } from './thread.ts'

export function heldAgenda(state: Recruitment): AgendaEntry[] {
  const messages = Object.values(state.held)
  return [...messages.flatMap((message) => about(state, message)), ...rightMissing(state)]
}

function about(state: Recruitment, message: HeldMessage): AgendaEntry[] {
  const { id: held, interview: of, author, at, goneAt, stays, settled } = message
  const interview = state.interviews[of]
  if (!interview) return []
  const entry = { held, interview: of, application: interview.application, about: author }
  const known = stays?.at ?? goneAt
  const told = settled?.choice ?? (interview.openedAt ? 'quoted' : interview.status)
  return [
    { ...entry, key: `take-down/${held}`, kind: 'take-down', dueAt: at, shows: '' },
    ...(known
      ? [
          {
            ...entry,
            key: `held/${held}`,
            kind: 'held' as const,
            to: author,
            dueAt: known,
            shows: `${told} ${goneAt ? 'gone' : 'seen'}`,
          },
        ]
      : []),
    ...(stays
      ? [
          {
            ...entry,
            key: `held-in-place/${held}`,
            kind: 'answer-in-place' as const,
            dueAt: stays.at,
            shows: '',
          },
        ]
      : []),
    ...(settled?.choice === 'released'
      ? [
          {
            ...entry,
            key: `republished/${held}`,
            kind: 'republished' as const,
            dueAt: settled.at,
            shows: '',
            ...(message.written.thread !== undefined && { thread: debriefThreadKey(interview) }),
          },
        ]
      : []),
  ]
}

/** Asked once: whoever leaves it as it is has chosen. */
function rightMissing({ held, owner }: Recruitment): AgendaEntry[] {
  const first = Object.values(held).find(({ stays }) => stays?.because === 'right')
  if (!first?.stays) return []
  return [
    {
      key: 'right-to-remove',
      kind: 'right-to-remove',
      to: owner,
      dueAt: first.stays.at,
      shows: '',
    },
  ]
}
