/** Several criteria at once: the proposed framing, a pasted list, and the stages that it left out. */
import type { Answer, Field } from '../../chat/port.ts'
import { adoptFraming, verifyAt } from '../../process/decide/framing.ts'
import type { Criterion } from '../../process/recruitment.ts'
import { STAGES } from '../../process/vocabulary.ts'
import type { Stage } from '../../process/vocabulary.ts'
import type { NewText } from '../../store/texts.ts'
import { leading } from '../candidates/leading.ts'
import { RECRUITMENT_ARG, change, formOutcome, idFrom, outcome, read, say } from '../desk.ts'
import { LONG, SENTENCE, oneOf, typed } from '../fields.ts'
import { stageNames, stageOptions } from '../french/stages.ts'
import { CONTRACT_WORDS, count } from '../french/words.ts'
import { readPastedCriteria, sameSentence } from '../pasting/criteria.ts'
import type { PastedCriterion, PastedCriterionLine } from '../pasting/criteria.ts'
import type { About, ButtonCall, Call, Case, FormCall } from '../topic.ts'
import { framingGlimpse, framingScreen, pageOf, withoutStage } from './screen.ts'

export async function adopt(call: About<ButtonCall>): Promise<Answer> {
  const { desk, on } = call
  const proposed = desk.guides.proposedFraming(on.state.craft)
  const label = (id: string) => idFrom(call, `criterion ${id}`)
  const criteria = proposed.map(({ id, weight, mandatory, stages }): Criterion => ({
    id,
    label: label(id),
    weight,
    mandatory,
    stages,
  }))
  const texts = proposed.map(({ id, label: body }): NewText => ({
    id: label(id),
    kind: 'criterion',
    body,
  }))
  const changed = await change(call, (state, by) => adoptFraming(state, criteria, by), texts)
  const { toThisJob } = CONTRACT_WORDS[on.state.contract]
  const headline = `Le cadrage proposé est repris. Relis-le, adapte-le ${toThisJob}, puis clos-le.`
  return outcome(call, changed, (after) => framingGlimpse(call, after, headline))
}

export function askList(call: About<ButtonCall>): Promise<Answer> {
  return leading(call, async () => ({
    kind: 'form',
    form: {
      form: 'pasted-criteria',
      title: 'Coller une liste',
      intro: [
        'Un critère par ligne. Son poids, « obligatoire » et ses étapes peuvent suivre, entre parenthèses ; sans poids, il compte 2.',
      ],
      submit: 'Ajouter',
      args: { [RECRUITMENT_ARG]: call.on.id },
      fields: [
        {
          kind: 'long-text',
          name: 'list',
          label: 'Critères',
          placeholder:
            'Est capable de découper un problème (poids 3, obligatoire, mise en situation)',
          maxLength: LONG,
        },
      ],
    },
  }))
}

export async function submitList(call: About<FormCall>): Promise<Answer> {
  const pasted = typed(call.values, 'list') ?? ''
  const lines = readPastedCriteria(pasted)
  const problem =
    pasted.length > LONG
      ? 'Colle la liste en deux fois : 3 000 caractères au plus.'
      : lines.length === 0
        ? 'Colle au moins un critère.'
        : problemsIn(lines)
  if (problem !== undefined) return { kind: 'invalid', fields: { list: problem } }
  const all = lines.flatMap((one) =>
    'criterion' in one ? [{ ...one.criterion, id: idFrom(call, `criterion ${one.line}`) }] : [],
  )
  const fresh = await notThereYet(call, all)
  if (fresh.length === 0) {
    return { kind: 'invalid', fields: { list: 'Tous ces critères sont déjà dans le cadrage.' } }
  }
  const criteria = fresh.map(({ id, weight, mandatory, stages }): Criterion => ({
    id,
    label: labelOf(call, id),
    weight,
    mandatory,
    stages,
  }))
  const texts = fresh.map(({ id, label: body }): NewText => ({
    id: labelOf(call, id),
    kind: 'criterion',
    body,
  }))
  const changed = await change(call, (state, by) => adoptFraming(state, criteria, by), texts)
  const headline = summary(call.on, fresh, all.length - fresh.length)
  return formOutcome(call, changed, (after) =>
    framingScreen(call, after, { headline, page: pageOf(after, fresh[0]?.id) }),
  )
}

function labelOf(call: Call, criterion: string): string {
  return idFrom(call, `label of ${criterion}`)
}

/** Pasting a list again only adds what it has more. */
async function notThereYet<C extends PastedCriterion & { readonly id: string }>(
  { desk, on, by }: About<Call>,
  pasted: readonly C[],
): Promise<readonly C[]> {
  const mine = new Set(pasted.map(({ id }) => id))
  const others = on.state.framing.criteria.filter(({ id }) => !mine.has(id))
  const labels = others.map(({ label }) => label)
  const texts = await read(desk, on, by, labels)
  const known = new Set(labels.map((label) => sameSentence(texts.get('criterion', label) ?? '')))
  return pasted.filter(({ label }) => !known.has(sameSentence(label)))
}

function summary({ state }: Case, fresh: readonly PastedCriterion[], known: number): string {
  const unplaced = fresh.filter(({ stages }) => stageNames(state, stages) === '').length
  const added = count(fresh.length, 'critère ajouté', 'critères ajoutés')
  const verb = known < 2 ? 'y était' : 'y étaient'
  return [
    `✅ ${added}.`,
    ...(known > 0 ? [`${known} ${verb} déjà.`] : []),
    ...(unplaced > 0 ? ['Dis maintenant à quelle étape vérifier ceux qui n’en ont pas.'] : []),
  ].join(' ')
}

/** More would not be read: the others come at the next try. */
const MOST_PROBLEMS = 4
const QUOTED = 30

function problemsIn(lines: readonly PastedCriterionLine[]): string | undefined {
  const wrong = lines.flatMap((one) => ('problem' in one ? [one] : []))
  if (wrong.length === 0) return undefined
  const said = wrong.slice(0, MOST_PROBLEMS).map((one) => {
    const raw = one.raw.trim()
    const quote = raw.length > QUOTED ? `${raw.slice(0, QUOTED).trimEnd()}…` : raw
    return `Ligne ${one.line}, « ${quote} » : ${whatToDo(one)}.`
  })
  const rest = wrong.length - said.length
  const others = rest > 0 ? [`Et ${count(rest, 'autre ligne', 'autres lignes')} à revoir.`] : []
  return [...said, ...others].join('\n')
}

function whatToDo(line: Extract<PastedCriterionLine, { problem: unknown }>): string {
  switch (line.problem) {
    case 'empty':
      return 'ce n’est pas un critère, complète ou efface'
    case 'too-long':
      return `raccourcis, ${SENTENCE} caractères au plus`
    case 'weight-out-of-range':
      return 'le poids va de 1 à 3'
    case 'twice':
      return `déjà à la ligne ${line.with}, efface l’une des deux`
  }
}

/** A form holds a few questions well; the others are asked the next time. */
const MOST_QUESTIONS = 6

const STAGE_FIELD = 'stage-'

/** Criteria that no stage verifies, in the order of their numbers. */
export function askStages(call: About<ButtonCall>): Promise<Answer> {
  return leading(call, async () => {
    const { desk, on, by } = call
    const { criteria } = on.state.framing
    const unplaced = withoutStage(on)
    if (unplaced.length === 0) {
      return say('Chaque critère a son étape. La suite : `/recrutement cadrage`.')
    }
    const asked = unplaced.slice(0, MOST_QUESTIONS)
    const texts = await read(
      desk,
      on,
      by,
      asked.map(({ label }) => label),
    )
    return {
      kind: 'form',
      form: {
        form: 'criteria-stages',
        title: 'Choisir les étapes',
        intro: ['L’étape qui vérifie chaque critère. Tu pourras en ajouter d’autres ensuite.'],
        submit: 'Enregistrer',
        args: { [RECRUITMENT_ARG]: on.id },
        fields: asked.map(({ id, label }): Field => ({
          kind: 'choice',
          name: `${STAGE_FIELD}${id}`,
          label: `Critère ${criteria.findIndex((one) => one.id === id) + 1}`,
          help: texts.get('criterion', label) ?? '…',
          options: stageOptions(on.state),
          optional: true,
        })),
      },
    }
  })
}

export async function submitStages(call: About<FormCall>): Promise<Answer> {
  const added = Object.fromEntries(
    call.on.state.framing.criteria.flatMap(({ id }): [string, Stage][] => {
      const stage = oneOf(call.values, `${STAGE_FIELD}${id}`, STAGES)
      return stage === undefined ? [] : [[id, stage]]
    }),
  )
  const changed = await change(call, (state, actor) => verifyAt(state, added, actor))
  return formOutcome(call, changed, (after) => {
    const left = withoutStage(after).length
    const headline =
      left === 0
        ? '✅ Chaque critère a son étape.'
        : `Il reste ${count(left, 'critère')} sans étape.`
    return framingScreen(call, after, { headline, page: pageOf(after, Object.keys(added)[0]) })
  })
}
