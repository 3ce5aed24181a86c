/** Writing the framing: one criterion at a time, and the case. */
import type { Answer } from '../../chat/port.ts'
import { code, text } from '../../chat/text.ts'
import { removeCriterion, setCriterion, writeCase } from '../../process/decide/framing.ts'
import type { Actor, Decided } from '../../process/decide/decided.ts'
import type { Recruitment } from '../../process/recruitment.ts'
import type { NewText } from '../../store/texts.ts'
import { leading } from '../candidates/leading.ts'
import { RECRUITMENT_ARG, change, formOutcome, idFrom, message, read, say } from '../desk.ts'
import { LONG, ticked, typed } from '../fields.ts'
import { count } from '../french/words.ts'
import type { About, ButtonCall, Call, Case, CommandCall, FormCall } from '../topic.ts'
import { refuseEdited } from '../versions.ts'
import { caseForm, criterionForm, fieldsOfRefusals, readCriterion, readReason } from './form.ts'
import { caseText } from './screen.ts'

export function newCriterion(call: About<ButtonCall>): Promise<Answer> {
  return leading(call, async () => {
    const { state, id } = call.on
    return { kind: 'form', form: criterionForm(state, { [RECRUITMENT_ARG]: id }) }
  })
}

/** `rest` is the number under which the screen shows it. */
export function editCriterion(call: About<CommandCall>): Promise<Answer> {
  return leading(call, async () => {
    const { desk, on, by, rest } = call
    const { criteria } = on.state.framing
    const criterion = /^\d+$/.test(rest) ? criteria[Number(rest) - 1] : undefined
    if (!criterion) {
      return say(
        criteria.length === 0
          ? text`Il n’y a pas encore de critère. Tape ${code('/recrutement cadrage')} pour commencer.`
          : text`Je ne trouve pas ce critère. Tape un numéro de 1 à ${criteria.length}.`,
      )
    }
    const texts = await read(desk, on, by, [criterion.label])
    const label = texts.get('criterion', criterion.label) ?? ''
    const args = { [RECRUITMENT_ARG]: on.id, criterion: criterion.id }
    return { kind: 'form', form: criterionForm(on.state, args, { label, criterion }) }
  })
}

export async function submitCriterion(call: About<FormCall>): Promise<Answer> {
  return ticked(call.values, 'remove') ? submitRemoval(call) : submitChange(call)
}

async function submitRemoval(call: About<FormCall>): Promise<Answer> {
  const { args, values } = call
  const read = readReason(values)
  if ('fields' in read) return { kind: 'invalid', fields: read.fields }
  const id = args['criterion'] ?? ''
  const reason = reasonText(call, read.reason)
  const changed = await change(
    call,
    unlessEdited(args, id, (state, actor) => removeCriterion(state, id, reason[0]?.id, actor)),
    reason,
  )
  return formOutcome(
    call,
    changed,
    ({ state }) =>
      message(
        `✅ Le critère est retiré${state.framing.closedAt ? FOR_EVERYONE : ''}. Pour revenir en arrière, ajoute-le à nouveau.`,
        WHERE_NEXT,
      ),
    fieldsOfRefusals(args, true),
  )
}

async function submitChange(call: About<FormCall>): Promise<Answer> {
  const { args, values, on } = call
  const known = args['criterion']
  const before = on.state.framing.criteria.find(({ id }) => id === known)?.stages
  const criterion = readCriterion(values, on.state, before)
  if ('fields' in criterion) return { kind: 'invalid', fields: criterion.fields }
  const { weight, mandatory, stages } = criterion
  const id = known ?? idFrom(call, 'criterion')
  const label = idFrom(call, 'label')
  const reason = reasonText(call, criterion.reason)
  const changed = await change(
    call,
    unlessEdited(args, known, (state, actor) =>
      setCriterion(state, { id, label, weight, mandatory, stages }, reason[0]?.id, actor),
    ),
    [{ id: label, kind: 'criterion', body: criterion.label }, ...reason],
  )
  return formOutcome(call, changed, saved, fieldsOfRefusals(args, false))
}

/** A form that was opened on a criterion does not write over another version of it, nor bring it back. */
function unlessEdited(
  args: Readonly<Record<string, string>>,
  id: string | undefined,
  decide: (state: Recruitment, actor: Actor) => Decided,
) {
  return (state: Recruitment, actor: Actor): Decided => {
    if (id === undefined) return decide(state, actor)
    const current = state.framing.criteria.find((criterion) => criterion.id === id)
    const refusal = current ? refuseEdited(args, current) : ({ code: 'unknown-criterion' } as const)
    return refusal ? { refusal } : decide(state, actor)
  }
}

export function editCase(call: About<ButtonCall>): Promise<Answer> {
  return leading(call, async () => {
    const { desk, on, by } = call
    const current = await caseText(desk, on, by)
    return { kind: 'form', form: caseForm(on.state, { [RECRUITMENT_ARG]: on.id }, current) }
  })
}

export async function submitCase(call: About<FormCall>): Promise<Answer> {
  const { args, values } = call
  const body = typed(values, 'case')
  const read = readReason(values)
  const fields = {
    ...(!body && { case: 'Écris le cas, même en deux phrases.' }),
    ...(body && body.length > LONG && { case: 'Raccourcis le cas : 3 000 caractères au plus.' }),
    ...('fields' in read && read.fields),
  }
  if (!body || 'fields' in read || Object.keys(fields).length > 0) {
    return { kind: 'invalid', fields }
  }
  const reason = reasonText(call, read.reason)
  const id = idFrom(call, 'case')
  const changed = await change(
    call,
    (state, actor) => {
      const refusal = refuseEdited(args, state.framing.case)
      return refusal ? { refusal } : writeCase(state, id, reason[0]?.id, actor)
    },
    [{ id, kind: 'case', body }, ...reason],
  )
  return formOutcome(
    call,
    changed,
    (on) =>
      on.state.framing.closedAt ? saved(on) : message('✅ Le cas est enregistré.', WHERE_NEXT),
    fieldsOfRefusals(args, false),
  )
}

/** After a form: short, since the screen is one command away. */
function saved({ state }: Case) {
  const { criteria, closedAt } = state.framing
  return message(
    closedAt
      ? `✅ C’est enregistré${FOR_EVERYONE}. Le changement et sa raison apparaîtront dans les débriefs.`
      : `✅ C’est enregistré : ${count(criteria.length, 'critère')}.`,
    WHERE_NEXT,
  )
}

const FOR_EVERYONE = ', pour toutes les candidatures'

/** Where the buttons are, for answers that carry none. */
const WHERE_NEXT = {
  kind: 'text',
  text: text`La suite : ${code('/recrutement cadrage')}.`,
} as const

function reasonText(call: Call, body: string | undefined): NewText[] {
  return body === undefined ? [] : [{ id: idFrom(call, 'reason'), kind: 'reason', body }]
}
