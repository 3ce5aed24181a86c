/** What people write in the channel while an interview may not be talked about yet (section 4). */
import { createHash } from 'node:crypto'
import type { Chat, Notice } from '../../chat/port.ts'
import { debriefThreadKey } from '../../process/agenda/thread.ts'
import { heldAt, holdMessage, messageGone } from '../../process/decide/held.ts'
import { CHANNEL } from '../../process/gate.ts'
import { sealedInterviews } from '../../process/held.ts'
import type { Interview } from '../../process/recruitment.ts'
import { everyone } from '../../process/roles.ts'
import { decideAsBot, namesOf, read } from '../desk.ts'
import type { Case, Desk } from '../topic.ts'
import { keptFiles } from './files.ts'
import { namesCandidate } from './naming/names-candidate.ts'
import type { Named } from './naming/names-candidate.ts'

type Written = Extract<Notice, { kind: 'message' }>

/**
 * Holds a message about a sealed interview: one in the thread of its debrief, or one that names the
 * candidate anywhere in the channel. One that was left in place is followed: rewritten or deleted, it is
 * gone.
 */
export async function watch(
  desk: Desk,
  chat: Pick<Chat, 'filesOf'>,
  notice: Notice,
): Promise<void> {
  if (notice.kind !== 'message' && notice.kind !== 'deleted') return
  const on = await caseAt(desk, notice.ref.channel)
  if (!on) return
  const held = heldAt(on.state, notice.ref.post)
  const about = notice.kind === 'message' ? await sealedSubject(desk, on, notice) : undefined
  if (held && !about) {
    await decideAsBot(desk, on.id, (state, actor) => messageGone(state, held.id, actor))
  }
  if (!held && about && notice.kind === 'message') await hold(desk, chat, on, notice, about)
}

async function caseAt(desk: Desk, channel: string): Promise<Case | undefined> {
  const id = await desk.store.recruitmentOfChannel(channel)
  const state = id === undefined ? undefined : await desk.store.load(id)
  return id !== undefined && state && !state.closedAt ? { id, state } : undefined
}

/** The sealed interview that a message is about, if it is about one. */
async function sealedSubject(
  desk: Desk,
  on: Case,
  notice: Written,
): Promise<Interview | undefined> {
  const sealed = sealedInterviews(on.state, desk.clock.now())
  if (sealed.length === 0) return undefined
  const threads = await Promise.all(
    sealed.map((interview) => desk.store.messageOf(on.id, debriefThreadKey(interview))),
  )
  const inThread = sealed.find(
    (_, i) => notice.thread !== undefined && threads[i]?.post === notice.thread,
  )
  return inThread ?? (await namedIn(desk, on, notice, sealed))
}

async function namedIn(
  desk: Desk,
  on: Case,
  { text, files }: Written,
  sealed: readonly Interview[],
): Promise<Interview | undefined> {
  const applications = Object.values(on.state.applications)
  const texts = await read(
    desk,
    on,
    CHANNEL,
    applications.map(({ candidate }) => candidate),
  )
  const names = new Map(
    applications.flatMap(({ id, candidate }): [string, Named][] => {
      const named = texts.get('candidate', candidate)
      return named ? [[id, named]] : []
    }),
  )
  const team = await namesOf(desk, everyone(on.state))
  const words = [text, ...files].join('\n')
  return sealed.find(({ application }) => {
    const candidate = names.get(application)
    const others = [...names].filter(([id]) => id !== application).map(([, named]) => named)
    return candidate !== undefined && namesCandidate(words, candidate, others, team)
  })
}

async function hold(
  desk: Desk,
  chat: Pick<Chat, 'filesOf'>,
  on: Case,
  { ref, by, text, files, thread }: Written,
  { id: interview, application }: Interview,
): Promise<void> {
  const at = desk.clock.now()
  // One that came back after it was rewritten is another.
  const before = Object.values(on.state.held).filter(
    ({ written }) => written.post === ref.post,
  ).length
  const id = createHash('sha256').update(`${ref.post}\0${before}`).digest('hex').slice(0, 24)
  const kept = files.length === 0 ? [] : await keptFiles(chat, ref)
  const body = { text, files, ...(kept.length > 0 && { kept }) }
  const written = { ...ref, ...(thread !== undefined && { thread }) }
  await desk.store.change({
    recruitment: on.id,
    by,
    at,
    texts: [{ id, kind: 'held', application, interview, body }],
    decide: (state) =>
      state
        ? holdMessage(state, { held: id, interview, text: id, written }, { by, at })
        : { refusal: { code: 'not-a-member' } },
  })
}
