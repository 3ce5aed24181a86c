/** Every refusal as one sentence in French: what is wrong, and what to do. */
import type { PersonId } from '../../process/events.ts'
import type { Refusal } from '../../process/refusal.ts'
import { moment } from '../french/times.ts'
import { enumerate } from '../french/words.ts'
import type { Case, Desk } from '../topic.ts'
import { applications } from './applications.ts'
import { framing } from './framing.ts'
import { interviews } from './interviews.ts'
import { notes } from './notes.ts'
import type { Sentences, Tell } from './sentences.ts'
import { team } from './team.ts'

const SENTENCES: Sentences = { ...team, ...framing, ...applications, ...interviews, ...notes }

/** Says it to `reader`, naming only what that person may know. */
export async function explain(
  desk: Desk,
  on: Case | undefined,
  refusal: Refusal,
  reader: PersonId,
): Promise<string> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table ties sentence to code
  const sentence = SENTENCES[refusal.code] as (refusal: Refusal, tell: Tell) => string
  return sentence(refusal, tellTo(desk, on, reader))
}

function tellTo(desk: Desk, on: Case | undefined, reader: PersonId): Tell {
  const name = async (id: PersonId) => (await desk.person(id)).name || 'une personne partie'
  return {
    name,
    names: async (ids) => enumerate(await Promise.all(ids.map(name))),
    when: async (at) =>
      moment(at, (await desk.person(reader)).zone ?? desk.defaultZone, desk.clock.now()),
    criteria: (ids) => quoteCriteria(desk, on, reader, ids),
    candidates: (ids) => nameCandidates(desk, on, reader, ids),
  }
}

async function quoteCriteria(
  desk: Desk,
  on: Case | undefined,
  reader: PersonId,
  ids: readonly string[],
): Promise<string> {
  const labels = on?.state.framing.criteria.filter(({ id }) => ids.includes(id)) ?? []
  if (!on || labels.length === 0) return 'ce critère'
  const texts = await desk.store.texts(
    on.id,
    on.state,
    reader,
    labels.map(({ label }) => label),
  )
  return enumerate(labels.map(({ label }) => `« ${texts.get('criterion', label) ?? '…'} »`))
}

/** Longer lists are counted. */
const MOST_NAMES = 4

async function nameCandidates(
  desk: Desk,
  on: Case | undefined,
  reader: PersonId,
  ids: readonly string[],
): Promise<string> {
  const texts = on?.state
    ? await desk.store.texts(
        on.id,
        on.state,
        reader,
        ids.flatMap((id) => on.state.applications[id]?.candidate ?? []),
      )
    : undefined
  const names = ids.map(
    (id) => texts?.get('candidate', on?.state.applications[id]?.candidate)?.name ?? '…',
  )
  return names.length > MOST_NAMES
    ? enumerate([...names.slice(0, MOST_NAMES - 1), `${names.length - MOST_NAMES + 1} autres`])
    : enumerate(names)
}
