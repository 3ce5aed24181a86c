/** The framing as people read it. */
import type { Block, Button } from '../../chat/port.ts'
import { code, italic, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import type { Reader } from '../../process/gate.ts'
import type { Criterion } from '../../process/recruitment.ts'
import type { Stage } from '../../process/vocabulary.ts'
import { read, RECRUITMENT_ARG } from '../desk.ts'
import { STAGE_NAMES, enumerate } from '../french/words.ts'
import type { Case, Desk } from '../topic.ts'

/** What the stages of one member verify: all that this person needs before an interview. */
export async function ownCriteria(
  desk: Desk,
  on: Case,
  reader: Reader,
  stages: readonly Stage[],
): Promise<Block[]> {
  const criteria = on.state.framing.criteria.filter((criterion) =>
    criterion.stages.some((stage) => stages.includes(stage)),
  )
  const texts = await read(
    desk,
    on,
    reader,
    criteria.map(({ label }) => label),
  )
  return [
    {
      kind: 'bullets',
      items: criteria.map((criterion) =>
        criterionLine(texts.get('criterion', criterion.label) ?? '…', criterion),
      ),
    },
  ]
}

/** The list of criteria, numbered as `cadrage 2` understands them, and the case. */
export async function framingBlocks(desk: Desk, on: Case, reader: Reader): Promise<Block[]> {
  const { criteria, case: caseId } = on.state.framing
  const texts = await read(desk, on, reader, [...criteria.map(({ label }) => label), caseId])
  const brief = texts.get('case', caseId)
  return [
    {
      kind: 'numbered',
      items: criteria.map((criterion) =>
        criterionLine(texts.get('criterion', criterion.label) ?? '…', criterion),
      ),
    },
    ...(brief === undefined
      ? []
      : [{ kind: 'section' as const, title: 'Le cas de la mise en situation', text: [brief] }]),
  ]
}

function criterionLine(label: string, criterion: Criterion): Text {
  const { weight, mandatory, stages } = criterion
  const where = enumerate(stages.map((stage) => STAGE_NAMES[stage].toLowerCase()))
  const marks = [
    `poids ${weight}`,
    ...(mandatory ? ['obligatoire'] : []),
    where === '' ? 'aucune étape' : where,
  ]
  return text`${label} ${italic(`(${marks.join(' · ')})`)}`
}

/** What can be done with it now, by an owner or a deputy. */
export function framingButtons(desk: Desk, { id, state }: Case): Block {
  const args = { [RECRUITMENT_ARG]: id }
  const { criteria, closedAt } = state.framing
  const proposed = desk.guides.proposedFraming(state.craft).length > 0
  const buttons: Button[] = closedAt
    ? [
        { label: 'Ajouter un critère', action: 'add-criterion', args },
        { label: 'Changer le cas', action: 'write-case', args },
      ]
    : [
        ...(criteria.length === 0 && proposed
          ? [
              {
                label: 'Reprendre le cadrage proposé',
                action: 'adopt-framing',
                args,
                style: 'primary' as const,
              },
            ]
          : []),
        { label: 'Ajouter un critère', action: 'add-criterion', args },
        { label: 'Écrire le cas', action: 'write-case', args },
        ...(criteria.length > 0
          ? [
              {
                label: 'Clore le cadrage',
                action: 'close-framing',
                args,
                style: 'primary' as const,
              },
            ]
          : []),
      ]
  return { kind: 'buttons', buttons }
}

/** For a member who has not said having read it. */
export function readingButton(on: Case, reader: string, more: readonly Button[] = []): Block[] {
  const member = on.state.members[reader]
  if (!on.state.framing.closedAt || !member || member.readFramingAt) return []
  return [
    {
      kind: 'buttons',
      buttons: [
        {
          label: 'J’ai lu le cadrage',
          action: 'framing-read',
          args: { [RECRUITMENT_ARG]: on.id },
          style: 'primary',
        },
        ...more,
      ],
    },
  ]
}

/** How to change one criterion. */
export const EDIT_HINT: Block = {
  kind: 'text',
  text: text`Pour changer un critère, tape son numéro : ${code('/recrutement cadrage 2')}.`,
}

/** Where the buttons are, for answers that carry none. */
export const CLOSE_HINT: Block = {
  kind: 'text',
  text: text`Pour le voir en entier, le compléter ou le clore : ${code('/recrutement cadrage')}.`,
}
