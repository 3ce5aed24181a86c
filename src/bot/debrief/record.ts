/** The record: who could read which notes, who did, and when (product.md section 4). */
import type { Answer, Block } from '../../chat/port.ts'
import { text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { CHANNEL } from '../../process/gate.ts'
import { seenBeforeFiling } from '../../process/independence.ts'
import { isBefore } from '../../process/instants.ts'
import { participantsWith } from '../../process/recruitment.ts'
import type { Filing, Interview } from '../../process/recruitment.ts'
import { refuseUnlessOwner } from '../../process/roles.ts'
import type { Reading } from '../../store/readings.ts'
import { nameOf, say, zoneOf } from '../desk.ts'
import { lastingMoment } from '../french/times.ts'
import { viewOf } from '../interviews/view.ts'
import { explain } from '../refusals/explain.ts'
import type { About, Call, Case, Desk } from '../topic.ts'

/** What the owner sees of it. */
export async function showRecord(call: About<Call>, id: string): Promise<Answer> {
  const { desk, on, by } = call
  const refusal = refuseUnlessOwner(on.state, by)
  if (refusal) return say(await explain(desk, on, refusal, by))
  const view = await viewOf(desk, on, id, by)
  if (!view) return say(await explain(desk, on, { code: 'unknown-interview' }, by))
  const { interview, stage, candidate } = view
  const readings = await readingsBy(desk, on, interview)
  const zone = await zoneOf(desk, by)
  const now = desk.clock.now()
  const opening = interview.openedAt
    ? `Ouverture : ${lastingMoment(interview.openedAt, zone, now)}. Depuis, toute l’équipe peut lire les preuves ; les niveaux, seulement les personnes qui ne doivent plus de notes sur cette candidature.`
    : 'Le débrief est fermé : chaque personne ne peut lire que ses propres notes.'
  const sections = await Promise.all(
    scorecardsOf(interview).map(async ({ scorer, filings }): Promise<Block> => {
      const others = readings.filter(({ reader }) => reader !== scorer)
      const line = async (what: string, part: keyof Pick<Filing, 'evidence' | 'verdict'>) => {
        const ids = new Set(filings.map((filing) => filing[part]))
        const first = firstOfEach(others.filter((one) => ids.has(one.text)))
        const said = await Promise.all(
          first.map(async ({ reader, at }) => {
            const when = lastingMoment(at, zone, now)
            return reader === CHANNEL
              ? `publiées dans le fil du débrief (${when})`
              : `lues par ${await nameOf(desk, reader)} (${when})`
          }),
        )
        return `${what} : ${said.length === 0 ? 'lues par personne d’autre' : said.join(', ')}`
      }
      return {
        kind: 'section',
        title: `Notes de ${await nameOf(desk, scorer)}`,
        text: [
          [await line('Preuves', 'evidence'), await line('Conclusions et niveaux', 'verdict')].join(
            '\n',
          ),
        ],
      }
    }),
  )
  return say(
    text`Qui a lu quoi : ${stage}, ${candidate}`,
    { kind: 'text', text: [opening] },
    ...sections,
    ...(sections.length === 0
      ? [{ kind: 'text' as const, text: ['Aucunes notes ne sont déposées pour l’instant.'] }]
      : []),
  )
}

/** One sentence on independence; nothing with a single scorer, who has nobody to be independent of. */
export async function independenceLine(
  desk: Desk,
  on: Case,
  interview: Interview,
): Promise<readonly Text[]> {
  const { openedAt } = interview
  if (!openedAt || participantsWith(interview, 'scorer').length < 2) return []
  const early = (await readingsBy(desk, on, interview)).filter(({ at }) => isBefore(at, openedAt))
  if (early.some(({ text: id, reader }) => reader !== authorOf(interview, id))) {
    return [['Des notes ont été lues avant l’ouverture : « Qui a lu quoi » dit lesquelles.']]
  }
  return seenBeforeFiling(on.state, interview).length > 0
    ? [
        [
          'Indépendance à nuancer : un message sur l’entretien est resté visible avant que chaque personne ait déposé ses notes.',
        ],
      ]
    : [['Avis indépendants : personne n’a lu les notes d’une autre personne avant l’ouverture.']]
}

function scorecardsOf(interview: Interview) {
  return participantsWith(interview, 'scorer').flatMap((scorer) => {
    const filings = interview.filings[scorer] ?? []
    return filings.length === 0 ? [] : [{ scorer, filings }]
  })
}

function authorOf(interview: Interview, id: string): string | undefined {
  return scorecardsOf(interview).find(({ filings }) =>
    filings.some(({ evidence, verdict }) => evidence === id || verdict === id),
  )?.scorer
}

function readingsBy(desk: Desk, on: Case, interview: Interview): Promise<readonly Reading[]> {
  const ids = scorecardsOf(interview).flatMap(({ filings }) =>
    filings.flatMap(({ evidence, verdict }) => [evidence, verdict]),
  )
  return desk.store.readings(on.id, ids)
}

/** Readings come oldest first: the first of each reader stands for all. */
function firstOfEach(readings: readonly Reading[]): readonly Reading[] {
  return readings.filter(
    ({ reader }, i) => readings.findIndex((other) => other.reader === reader) === i,
  )
}
