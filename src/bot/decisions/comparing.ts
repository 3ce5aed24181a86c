/** `/recrutement comparer`: the weighted comparison, as a table that a phone can show. */
import type { Answer, Block, Button } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { compare } from '../../process/comparison/compare.ts'
import type { Group, Line } from '../../process/comparison/compare.ts'
import type { Sign } from '../../process/scorecard.ts'
import { applicationsOf } from '../candidates/found.ts'
import { RECRUITMENT_ARG, read, say } from '../desk.ts'
import { decimal, percent } from '../french/numbers.ts'
import { STAGE_NAMES, count, enumerate, times } from '../french/words.ts'
import { SIGN_NAMES } from '../notes/words.ts'
import type { About, CommandCall } from '../topic.ts'
import { contestFor } from './contenders.ts'
import type { Contest } from './contenders.ts'

/** What names the rows and columns. */
interface Names {
  readonly candidate: (application: string) => string
  readonly criterion: (id: string) => string
}

/** Columns that a phone still shows; the others are ranked, without their detail. */
const MOST_COLUMNS = 5

export async function comparison(call: About<CommandCall>): Promise<Answer> {
  const { desk, on, by } = call
  const contest = await contestFor(desk, on, by)
  const names = await namesFor(call)
  const { criteria } = on.state.framing
  const { groups } = compare(criteria, contest.contenders)
  const scored = groups.filter(({ ranking }) => ranking.some(({ score }) => score !== undefined))
  if (scored.length === 0 && contest.hidden.length === 0) {
    return say('Il n’y a rien à comparer pour l’instant : aucun débrief n’est ouvert.')
  }
  return say(
    'Voici la comparaison. Elle éclaire la décision, elle ne la prend pas.',
    ...scored.flatMap((group) => groupBlocks(group, contest, names)),
    ...hiddenBlocks(contest, names),
    ...changeBlocks(on.state.framing.changes.length),
    {
      kind: 'text',
      text: [
        'Score : part des points possibles sur les critères évalués, chacun selon son poids. Couverture : part du poids total qui a été évaluée. Les références n’ajoutent pas de points.',
      ],
    },
    ...(on.state.owner === by ? [decideButtons(on.id, scored, names)] : []),
  )
}

async function namesFor({ desk, on, by }: About<CommandCall>): Promise<Names> {
  const found = await applicationsOf(desk, on, by)
  const { criteria } = on.state.framing
  const texts = await read(
    desk,
    on,
    by,
    criteria.map(({ label }) => label),
  )
  return {
    candidate: (id) =>
      found.find(({ application }) => application.id === id)?.candidate.name ?? '…',
    criterion: (id) => {
      const label = criteria.find((criterion) => criterion.id === id)?.label
      return texts.get('criterion', label) ?? '…'
    },
  }
}

function groupBlocks({ stage, ranking, firmness }: Group, contest: Contest, names: Names): Block[] {
  const shown = ranking.slice(0, MOST_COLUMNS)
  const criteria = shown[0]?.criteria.map(({ criterion }) => criterion) ?? []
  const isAssessed = (i: number) => shown.some((line) => line.criteria[i]?.assessment)
  const unseen = criteria.filter((_, i) => !isAssessed(i)).length
  return [
    { kind: 'section', title: `Au stade : ${STAGE_NAMES[stage].toLowerCase()}`, text: [] },
    {
      kind: 'table',
      head: ['Rang', 'Candidature', 'Score', 'Couverture'],
      rows: ranking.map((line) => [
        [line.rank === undefined ? '–' : String(line.rank)],
        [names.candidate(line.application)],
        [line.score === undefined ? '–' : percent(line.score)],
        [percent(line.coverage)],
      ]),
    },
    ...warnings(ranking, contest, names),
    {
      kind: 'table',
      head: ['Critère', ...shown.map(({ application }) => names.candidate(application))],
      rows: criteria.flatMap(({ id, weight, mandatory }, i) => {
        if (!isAssessed(i)) return []
        const label = `${names.criterion(id)} (${weight}${mandatory ? ', obligatoire' : ''})`
        return [[[label], ...shown.map((line) => cell(line, i))]]
      }),
    },
    ...(unseen > 0
      ? [
          {
            kind: 'text' as const,
            text: [`Reste à évaluer : ${count(unseen, 'critère')}.`],
          },
        ]
      : []),
    ...firmnessBlocks(firmness, names),
  ]
}

function cell({ criteria }: Line, i: number): Text {
  const { assessment } = criteria[i] ?? {}
  if (!assessment) return ['à vérifier']
  const mean = decimal(assessment.mean)
  return [assessment.shared ? `${mean}, avis partagés` : mean]
}

function warnings(ranking: readonly Line[], { signs }: Contest, names: Names): Block[] {
  const items = ranking.flatMap(({ application, cannotBeChosen, toVerify }): Text[] => {
    const quoted = (ids: readonly string[]) =>
      enumerate(ids.map((id) => `« ${names.criterion(id)} »`))
    const said = signs[application] ?? []
    const lines = [
      ...(cannotBeChosen.length > 0
        ? [`ne peut pas être retenue, obligatoire et non validé : ${quoted(cannotBeChosen)}`]
        : []),
      ...(toVerify.length > 0 ? [`obligatoire, à vérifier : ${quoted(toVerify)}`] : []),
      ...(said.length > 0 ? [`références : ${signsLine(said)}`] : []),
    ]
    return lines.length === 0
      ? []
      : [text`${bold(names.candidate(application))} : ${lines.join(' ; ')}`]
  })
  return items.length === 0 ? [] : [{ kind: 'bullets', items }]
}

function signsLine(signs: readonly Sign[]): string {
  const kinds = [...new Set(signs)]
  return enumerate(
    kinds.map((kind) => {
      const n = signs.filter((sign) => sign === kind).length
      return `${SIGN_NAMES[kind]} ${count(n, 'fois', 'fois')}`
    }),
  )
}

function firmnessBlocks(firmness: Group['firmness'], names: Names): Block[] {
  if (!firmness) return []
  if (firmness.hangsOn.length === 0) {
    return [
      { kind: 'text', text: ['L’ordre tient : changer un poids d’un cran ne le modifie pas.'] },
    ]
  }
  const items = firmness.hangsOn.flatMap(({ criterion, turns }) =>
    turns.map(({ weight, order }): Text => {
      const ranked = Object.entries(order).toSorted(([, a], [, b]) => a - b)
      const tied = new Set(ranked.map(([, rank]) => rank)).size < ranked.length
      const people = ranked.map(([id, rank]) =>
        tied ? `${names.candidate(id)} (${rank})` : names.candidate(id),
      )
      return [`« ${names.criterion(criterion)} » à ${weight} : ${people.join(', ')}`]
    }),
  )
  return [
    { kind: 'text', text: ['L’ordre dépend de peu. Il deviendrait :'] },
    { kind: 'bullets', items },
  ]
}

function hiddenBlocks({ hidden }: Contest, names: Names): Block[] {
  if (hidden.length === 0) return []
  const people = enumerate(hidden.map(names.candidate))
  return [
    {
      kind: 'text',
      text: [
        `Tu dois encore des notes sur ${people} : sans elles, rien de ce que les autres ont noté ne t’est montré.`,
      ],
    },
  ]
}

function changeBlocks(changes: number): Block[] {
  if (changes === 0) return []
  return [
    {
      kind: 'text',
      text: [
        `Le cadrage a changé ${times(changes)} depuis qu’il est clos, pour toutes les candidatures.`,
      ],
    },
  ]
}

const MOST_BUTTONS = 4

function decideButtons(recruitment: string, groups: readonly Group[], names: Names): Block {
  const lines = groups.flatMap(({ ranking }) => ranking).slice(0, MOST_BUTTONS)
  return {
    kind: 'buttons',
    buttons: lines.map(({ application }): Button => ({
      label: `Décider : ${names.candidate(application)}`,
      action: 'decide',
      args: { [RECRUITMENT_ARG]: recruitment, application },
    })),
  }
}
