/** `/recrutement cadrage`: see, edit and close the framing; have it read and advised on. */
import type { Answer } from '../../chat/port.ts'
import { code, text } from '../../chat/text.ts'
import {
  adoptFraming,
  closeFraming,
  confirmReading,
  removeCriterion,
  setCriterion,
  writeCase,
} from '../../process/decide/framing.ts'
import { confirmAdvice } from '../../process/decide/opening.ts'
import type { Criterion } from '../../process/recruitment.ts'
import { refuseUnlessOwnerOrDeputy } from '../../process/roles.ts'
import type { NewText } from '../../store/texts.ts'
import {
  RECRUITMENT_ARG,
  change,
  formOutcome,
  idFrom,
  message,
  outcome,
  read,
  say,
} from '../desk.ts'
import { typed } from '../fields.ts'
import { count } from '../french/words.ts'
import { explain } from '../refusals.ts'
import type { About, ButtonCall, Call, Case, CommandCall, FormCall, Topic } from '../topic.ts'
import { caseForm, criterionForm, readCriterion } from './form.ts'
import { adviceAsked, adviceGiven, framingToRead } from './sayings.ts'
import { CLOSE_HINT, EDIT_HINT, framingBlocks, framingButtons, readingButton } from './screen.ts'

export const framing: Topic = {
  commands: { cadrage: show },
  buttons: {
    'adopt-framing': adopt,
    'add-criterion': (call) => editing(call, () => newCriterion(call)),
    'write-case': (call) => editing(call, () => editCase(call)),
    'close-framing': close,
    'see-framing': (call) => show({ ...call, rest: '' }),
    'framing-read': async (call) =>
      outcome(call, await change(call, confirmReading), () =>
        message('C’est noté. Merci d’avoir lu le cadrage.'),
      ),
    'advice-given': async (call) =>
      outcome(call, await change(call, confirmAdvice), () =>
        message('C’est noté. Le cadrage peut maintenant être clos.'),
      ),
  },
  forms: { criterion: submitCriterion, case: submitCase },
  sayings: {
    'advisor-consulted': adviceAsked,
    'advisor-confirmed': adviceGiven,
    'framing-to-read': framingToRead,
  },
}

async function show(call: About<CommandCall>): Promise<Answer> {
  if (call.rest !== '') return editing(call, () => editCriterion(call))
  return { kind: 'private', message: await screen(call, call.on) }
}

async function screen({ desk, by }: Call, on: Case) {
  const { criteria, closedAt } = on.state.framing
  const mayEdit = !refuseUnlessOwnerOrDeputy(on.state, by)
  const status = closedAt ? 'Le cadrage est clos' : 'Le cadrage est en cours'
  const headline =
    criteria.length === 0
      ? 'Le cadrage est vide. Choisis ce que les entretiens vérifieront.'
      : `${status} : ${count(criteria.length, 'critère')}.`
  return message(
    headline,
    ...(criteria.length === 0 ? [] : await framingBlocks(desk, on, by)),
    ...(mayEdit && criteria.length > 0 ? [EDIT_HINT] : []),
    ...readingButton(on, by),
    ...(mayEdit ? [framingButtons(desk, on)] : []),
  )
}

/** Opens a form only for people who may submit it. */
async function editing(call: About<Call>, form: () => Promise<Answer>): Promise<Answer> {
  const refusal = refuseUnlessOwnerOrDeputy(call.on.state, call.by)
  return refusal ? say(await explain(call.desk, call.on, refusal, call.by)) : form()
}

async function newCriterion({ on }: About<Call>): Promise<Answer> {
  const frozen = on.state.framing.closedAt !== undefined
  return { kind: 'form', form: criterionForm({ [RECRUITMENT_ARG]: on.id }, frozen) }
}

async function editCriterion({ desk, on, by, rest }: About<CommandCall>): Promise<Answer> {
  const { criteria, closedAt } = on.state.framing
  const criterion = /^\d+$/.test(rest) ? criteria[Number(rest) - 1] : undefined
  if (!criterion) {
    return say(
      criteria.length === 0
        ? text`Il n’y a pas encore de critère. Tape ${code('/recrutement cadrage')} pour commencer.`
        : text`Je ne trouve pas ce critère. Tape un numéro de 1 à ${String(criteria.length)}.`,
    )
  }
  const texts = await read(desk, on, by, [criterion.label])
  const label = texts.get('criterion', criterion.label) ?? ''
  const args = { [RECRUITMENT_ARG]: on.id, criterion: criterion.id }
  return {
    kind: 'form',
    form: criterionForm(args, closedAt !== undefined, { label, criterion }),
  }
}

async function editCase({ desk, on, by }: About<Call>): Promise<Answer> {
  const { case: caseId, closedAt } = on.state.framing
  const texts = await read(desk, on, by, [caseId])
  const current = texts.get('case', caseId)
  return {
    kind: 'form',
    form: caseForm({ [RECRUITMENT_ARG]: on.id }, closedAt !== undefined, current),
  }
}

async function adopt(call: About<ButtonCall>): Promise<Answer> {
  const proposed = call.desk.guides.proposedFraming(call.on.state.craft)
  const textId = (id: string) => idFrom(call, `criterion ${id}`)
  const criteria = proposed.map(({ id, weight, mandatory, stages }): Criterion => ({
    id,
    label: textId(id),
    weight,
    mandatory,
    stages,
  }))
  const texts = proposed.map(({ id, label }): NewText => ({
    id: textId(id),
    kind: 'criterion',
    body: label,
  }))
  const changed = await change(call, (state, by) => adoptFraming(state, criteria, by), texts)
  return outcome(call, changed, async (on) =>
    message(
      'Le cadrage proposé est repris. Relis-le, adapte-le à ta mission, puis clos-le.',
      ...(await framingBlocks(call.desk, on, call.by)),
      EDIT_HINT,
      CLOSE_HINT,
    ),
  )
}

async function close(call: About<ButtonCall>): Promise<Answer> {
  return outcome(call, await change(call, closeFraming), () =>
    message('Le cadrage est clos. Chaque membre de l’équipe le reçoit pour lecture.', {
      kind: 'text',
      text: text`Prochaine étape : ${code('/recrutement équipe')} si elle n’est pas complète, puis ${code('/recrutement candidat')}.`,
    }),
  )
}

async function submitCriterion(call: About<FormCall>): Promise<Answer> {
  const { args, values } = call
  const typedIn = readCriterion(values)
  if ('fields' in typedIn) return { kind: 'invalid', fields: typedIn.fields }
  const id = args['criterion'] ?? idFrom(call, 'criterion')
  const reason = reasonText(call, typedIn.reason)
  const changed = typedIn.remove
    ? await change(call, (state, by) => removeCriterion(state, id, reason[0]?.id, by), reason)
    : await change(
        call,
        (state, by) => {
          const { weight, mandatory, stages } = typedIn
          const label = idFrom(call, 'label')
          return setCriterion(state, { id, label, weight, mandatory, stages }, reason[0]?.id, by)
        },
        [{ id: idFrom(call, 'label'), kind: 'criterion', body: typedIn.label }, ...reason],
      )
  return formOutcome(call, changed, (on) => saved(on))
}

/** After a form: short, since the screen is one command away. */
function saved({ state }: Case) {
  const { criteria, closedAt } = state.framing
  return message(
    closedAt
      ? 'C’est enregistré, pour toutes les candidatures. Le changement et sa raison apparaîtront dans les débriefs.'
      : `C’est enregistré : ${count(criteria.length, 'critère')}.`,
    CLOSE_HINT,
  )
}

async function submitCase(call: About<FormCall>): Promise<Answer> {
  const body = typed(call.values, 'case')
  if (!body) return { kind: 'invalid', fields: { case: 'Écris le cas, même en deux phrases.' } }
  const reason = reasonText(call, typed(call.values, 'reason'))
  const id = idFrom(call, 'case')
  const changed = await change(call, (state, by) => writeCase(state, id, reason[0]?.id, by), [
    { id, kind: 'case', body },
    ...reason,
  ])
  return formOutcome(call, changed, ({ state }) =>
    state.framing.closedAt
      ? saved({ ...call.on, state })
      : message('Le cas est enregistré.', CLOSE_HINT),
  )
}

function reasonText(call: Call, body: string | undefined): NewText[] {
  return body === undefined ? [] : [{ id: idFrom(call, 'reason'), kind: 'reason', body }]
}
