/**
 * What has to be said next, to whom and when: a pure function of the state. Nothing is ever cancelled
 * by hand; what no longer follows from the state is no longer in the agenda.
 */
import type { Temporal } from 'temporal-polyfill'
import { laterOf } from '../instants.ts'
import type { Recruitment } from '../recruitment.ts'
import { everyone } from '../roles.ts'
import { closingAgenda } from './closing.ts'
import { decisionsAgenda } from './decisions.ts'
import type { AgendaEntry } from './entry.ts'
import { heldAgenda } from './held.ts'
import { interviewAgenda } from './interview.ts'
import { privacyAgenda } from './privacy.ts'

/**
 * The agenda at `now`. Entries come whether or not they were said already: the store knows that.
 * Of a reminder that comes back there are the current occurrence, if one is past, and the next ones up
 * to the first that cannot be said yet.
 */
export function agendaOf(state: Recruitment, now: Temporal.Instant): readonly AgendaEntry[] {
  return [
    ...opening(state),
    ...framing(state),
    ...ownership(state),
    ...unreachable(state),
    ...Object.values(state.interviews).flatMap((interview) =>
      interviewAgenda(state, interview, now),
    ),
    ...heldAgenda(state),
    ...decisionsAgenda(state, now),
    ...closingAgenda(state, now),
    ...privacyAgenda(state),
  ]
}

function opening(state: Recruitment): AgendaEntry[] {
  const { channel, openedAt, left } = state
  if (!channel) return [{ key: 'channel', kind: 'create-channel', dueAt: openedAt, shows: '' }]
  const there = everyone(state)
  const members = there.map((person): AgendaEntry => ({
    // Someone who comes back is let in again.
    key: ['member', person, ...stampOf(left[person])].join('/'),
    kind: 'add-member',
    about: person,
    dueAt: laterOf(state.members[person]?.namedAt ?? openedAt, channel.at),
    shows: '',
  }))
  const leavers = Object.entries(left)
    .filter(([person]) => !there.includes(person))
    .map(([person, at]): AgendaEntry => ({
      key: ['left', person, ...stampOf(at)].join('/'),
      kind: 'remove-member',
      about: person,
      dueAt: laterOf(at, channel.at),
      shows: '',
    }))
  const welcome: AgendaEntry = {
    key: 'welcome',
    kind: 'welcome',
    dueAt: channel.at,
    shows: [state.owner, state.advisor].filter(Boolean).join(' '),
  }
  return [welcome, ...members, ...leavers]
}

function stampOf(at: Temporal.Instant | undefined): readonly string[] {
  return at ? [String(at.epochMilliseconds)] : []
}

function framing(state: Recruitment): AgendaEntry[] {
  const { advisor, advisorConfirmedAt, framing, members } = state
  const { startedAt, closedAt } = framing
  const consulted: AgendaEntry[] =
    advisor !== undefined && startedAt
      ? [
          {
            key: `advisor/${advisor}`,
            kind: 'advisor-consulted',
            to: advisor,
            dueAt: startedAt,
            shows: advisorConfirmedAt ? 'confirmed' : 'awaited',
          },
        ]
      : []
  const readers: AgendaEntry[] = closedAt
    ? Object.entries(members).map(([person, { namedAt, readFramingAt }]) => ({
        key: ['framing', person, ...(framing.reopened > 0 ? [framing.reopened] : [])].join('/'),
        kind: 'framing-to-read',
        to: person,
        dueAt: laterOf(namedAt, closedAt),
        shows: `${framing.changes.length} ${readFramingAt ? 'read' : 'unread'}`,
      }))
    : []
  const confirmed: AgendaEntry[] =
    advisorConfirmedAt && !closedAt
      ? [
          {
            key: 'advisor-confirmed',
            kind: 'advisor-confirmed',
            to: state.owner,
            dueAt: advisorConfirmedAt,
            shows: '',
          },
        ]
      : []
  return [...consulted, ...confirmed, ...readers]
}

/** Whoever takes over hears what that means. */
function ownership({ owner, ownerSince }: Recruitment): AgendaEntry[] {
  if (!ownerSince) return []
  const key = `owner/${owner}/${ownerSince.epochMilliseconds}`
  return [{ key, kind: 'ownership', to: owner, dueAt: ownerSince, shows: '' }]
}

/** The owner hears of people whom messages do not reach; of the owner's own account, the deputy. */
function unreachable({
  unreachable,
  channelUnreachableAt,
  owner,
  deputy,
}: Recruitment): AgendaEntry[] {
  const channel: AgendaEntry[] = channelUnreachableAt
    ? [
        {
          key: 'channel-unreachable',
          kind: 'channel-unreachable',
          to: owner,
          dueAt: channelUnreachableAt,
          shows: '',
        },
      ]
    : []
  const people = Object.entries(unreachable).flatMap(([about, dueAt]) => {
    const to = about === owner ? deputy : owner
    if (to === undefined || unreachable[to]) return []
    return [
      { key: `unreachable/${about}`, kind: 'unreachable' as const, to, about, dueAt, shows: '' },
    ]
  })
  return [...channel, ...people]
}
