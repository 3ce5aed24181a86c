/** Everything kept about one candidate, in the order of what happened. */
import type { Temporal } from 'temporal-polyfill'
import { plain } from '../../chat/text.ts'
import { CHANNEL } from '../../process/gate.ts'
import type { Application, Interview } from '../../process/recruitment.ts'
import { slotOf } from '../../process/recruitment.ts'
import { lastContact, retentionOf } from '../../process/retention.ts'
import type { KeptText } from '../../store/read-texts.ts'
import type { Texts } from '../../store/read-texts.ts'
import type { Candidate } from '../../store/texts.ts'
import { factsOf } from '../candidates/facts.ts'
import type { Found } from '../candidates/found.ts'
import { titleOf } from '../choose.ts'
import { read, zoneOf } from '../desk.ts'
import { lastingMoment } from '../french/times.ts'
import { count, meetingName } from '../french/words.ts'
import type { About, Call } from '../topic.ts'
import { notesIn, wordsOfTexts } from './kept-words.ts'
import type { Entry, Group } from './kept-words.ts'

export interface Dossier {
  readonly title: string
  readonly recruitment: string
  readonly madeOn: string
  readonly sections: readonly DossierSection[]
  /** What is not in it yet. */
  readonly sealed: readonly string[]
}

export interface DossierSection extends Group {
  readonly groups: readonly Group[]
}

export async function dossierOf(
  call: About<Call>,
  { application, candidate }: Found,
  sealed: readonly string[],
): Promise<Dossier> {
  const { desk, on, by } = call
  const kept = await desk.store.allAbout(on.id, on.state, by, application.id)
  const zone = await zoneOf(desk, by)
  const when = (at: Temporal.Instant) => lastingMoment(at, zone, desk.clock.now())
  const wording = { when, subjects: await subjectsOf(call, kept) }
  const meetings = Object.values(on.state.interviews)
    .filter((interview) => interview.application === application.id)
    .toSorted((a, b) => slotOf(a).start.epochMilliseconds - slotOf(b).start.epochMilliseconds)
  const elsewhere = kept.filter(
    ({ interview, kind }) => interview === undefined && kind === 'reason',
  )
  return {
    title: candidate.name,
    recruitment: await titleOf(desk, on, by),
    madeOn: when(desk.clock.now()),
    sealed,
    sections: [
      { title: 'Identité', entries: identity(candidate), groups: [] },
      {
        title: 'Candidature',
        entries: [
          ...(await course(call, application, when)),
          ...wordsOfTexts(elsewhere, wording),
          ...(await readBy(call, kept)),
        ],
        groups: [],
      },
      ...meetings.map((meeting) => {
        const about = kept.filter(({ interview }) => interview === meeting.id)
        return {
          title: `${meetingName(meeting)}, ${when(slotOf(meeting).start)}${ENDS[meeting.status]}`,
          entries: wordsOfTexts(about, wording),
          groups: notesIn(about, wording),
        }
      }),
    ],
  }
}

const ENDS: Readonly<Record<Interview['status'], string>> = {
  scheduled: '',
  cancelled: ', annulé',
  'not-held': ', n’a pas eu lieu',
}

function identity({ name, link, email, also = [], formerly = [] }: Candidate): readonly Entry[] {
  const entries: readonly [string, string | undefined][] = [
    ['Nom', name],
    ['Dossier', link],
    ['Adresse e-mail', email],
    ['Surnoms, initiales', also.join(', ') || undefined],
    ['Avant correction', formerly.join(', ') || undefined],
  ]
  return entries.flatMap(([label, words]) => (words === undefined ? [] : [{ label, words }]))
}

async function course(
  call: About<Call>,
  application: Application,
  when: (at: Temporal.Instant) => string,
): Promise<readonly Entry[]> {
  const { state } = call.on
  const facts = await factsOf(call, application)
  const { retentionMonths } = state.settings
  const { endAt, eraseAt = endAt } = retentionOf(state, application) ?? {}
  return [
    { label: 'Ajoutée', words: when(application.addedAt) },
    ...facts.map(({ label, value }) => ({ label, words: plain(value) })),
    { label: 'Dernier contact', words: when(lastContact(state, application)) },
    {
      label: 'Conservation',
      words: eraseAt
        ? `effacement prévu ${when(eraseAt)}`
        : `si la candidature n’est pas retenue, ${count(retentionMonths, 'mois', 'mois')} au plus après le dernier contact`,
    },
  ]
}

/** How many read it, without saying who. */
async function readBy(
  { desk, on }: About<Call>,
  kept: readonly KeptText[],
): Promise<readonly Entry[]> {
  const readings = await desk.store.readings(
    on.id,
    kept.map(({ id }) => id),
  )
  const readers = new Set(readings.map(({ reader }) => reader).filter((one) => one !== CHANNEL))
  return [
    {
      label: 'Lue par',
      words: count(readers.size, 'personne de l’équipe', 'personnes de l’équipe'),
    },
  ]
}

/** What notes are about: criteria, and the doubts of a reference call. */
async function subjectsOf(
  { desk, on, by }: About<Call>,
  kept: readonly KeptText[],
): Promise<ReadonlyMap<string, string>> {
  const { criteria } = on.state.framing
  const texts: Texts = await read(
    desk,
    on,
    by,
    criteria.map(({ label }) => label),
  )
  return new Map([
    ...criteria.map(({ id, label }) => [id, texts.get('criterion', label) ?? 'critère'] as const),
    ...kept.flatMap((one) => (one.kind === 'doubt' ? [[one.id, one.body] as const] : [])),
  ])
}
