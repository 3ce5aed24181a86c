/** The framing as people read it. */
import type { Block, Button, Message } from '../../chat/port.ts'
import { code, italic, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import type { Reader } from '../../process/gate.ts'
import type { Criterion } from '../../process/recruitment.ts'
import { refuseUnlessOwnerOrDeputy } from '../../process/roles.ts'
import type { Stage } from '../../process/vocabulary.ts'
import { fewButtons } from '../buttons.ts'
import { read, RECRUITMENT_ARG, message, nameOf } from '../desk.ts'
import { stageNames } from '../french/stages.ts'
import { count } from '../french/words.ts'
import type { Call, Case, Desk } from '../topic.ts'
import { changeBlocks, framingAdvice } from './remarks.ts'
import { WEIGHT_NAMES } from './words.ts'

/** What a phone shows without losing sight of the beginning. */
const PER_PAGE = 8
/** Read through once, when a proposed framing has just been taken: every craft's fits. */
const AT_A_GLANCE = 20
/** Longer cases are read apart. */
const EXCERPT = 400

interface Shown {
  readonly page?: number
  /** Says what was just done, instead of where the framing stands. */
  readonly headline?: string
}

/** The page on which a criterion is. */
export function pageOf({ state }: Case, criterion: string | undefined): number {
  const index = state.framing.criteria.findIndex(({ id }) => id === criterion)
  return index < 0 ? 0 : Math.floor(index / PER_PAGE)
}

/**
 * Everything about the framing, with what this person may do about it; criteria a page at a time. The
 * next pages, without a headline, hold criteria only.
 */
export async function framingScreen(
  { desk, by }: Pick<Call, 'desk' | 'by'>,
  on: Case,
  { page = 0, headline }: Shown = {},
): Promise<Message> {
  const { criteria } = on.state.framing
  const list = await criteriaBlock(desk, on, by, { first: page * PER_PAGE })
  const left = Math.max(0, criteria.length - (page + 1) * PER_PAGE)
  const more = left > 0 ? [moreButton(on, page + 1, left)] : []
  if (page > 0 && headline === undefined) return message('La suite des critères.', list, ...more)
  const mayEdit = !refuseUnlessOwnerOrDeputy(on.state, by) && !on.state.closedAt
  const isNew = criteria.length === 0
  return message(
    headline ?? (await status(desk, on, mayEdit)),
    ...(isNew ? [] : [list, ...more]),
    ...(await caseBlocks(desk, on, by)),
    ...(await changeBlocks(desk, on, by)),
    ...(mayEdit ? framingAdvice(on) : []),
    ...(mayEdit && !isNew ? [EDIT_HINT] : []),
    ...readingButton(on, by),
    ...(mayEdit
      ? fewButtons(framingActions(desk, on), 'more-framing-actions', on, left > 0 ? 3 : undefined)
      : []),
  )
}

/**
 * The criteria without any button, after a button was pressed: platforms show such an answer where
 * the person is, and others elsewhere.
 */
export async function framingGlimpse(
  { desk, by }: Pick<Call, 'desk' | 'by'>,
  on: Case,
  headline: string,
): Promise<Message> {
  const left = on.state.framing.criteria.length - AT_A_GLANCE
  const rest = left > 0 ? `Les ${count(left, 'autre')} et la suite` : 'La suite'
  return message(headline, await criteriaBlock(desk, on, by, { most: AT_A_GLANCE }), {
    kind: 'text',
    text: text`${rest} : ${code('/recrutement cadrage')}.`,
  })
}

async function status(desk: Desk, { state }: Case, mayEdit: boolean): Promise<string> {
  const { criteria, closedAt, reopened } = state.framing
  if (criteria.length === 0) {
    return mayEdit
      ? 'Le cadrage est vide. Choisis ce que les entretiens vérifieront.'
      : `Le cadrage n’est pas encore commencé. ${await nameOf(desk, state.owner)} s’en charge.`
  }
  const mandatory = criteria.filter((criterion) => criterion.mandatory).length
  const among = mandatory === 0 ? '' : `, dont ${count(mandatory, 'obligatoire')}`
  const where = closedAt ? 'clos' : reopened > 0 ? 'rouvert' : 'en cours'
  return `Le cadrage est ${where} : ${count(criteria.length, 'critère')}${among}.`
}

/** Numbered as `cadrage 2` understands them. */
async function criteriaBlock(
  desk: Desk,
  on: Case,
  reader: Reader,
  { first = 0, most = PER_PAGE }: { readonly first?: number; readonly most?: number },
): Promise<Block> {
  const shown = on.state.framing.criteria.slice(first, first + most)
  return {
    kind: 'numbered',
    items: await criterionLines(desk, on, reader, shown),
    ...(first > 0 && { first: first + 1 }),
  }
}

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
  const shown = criteria.slice(0, PER_PAGE)
  const left = criteria.length - shown.length
  return [
    { kind: 'bullets', items: await criterionLines(desk, on, reader, shown) },
    ...(left > 0
      ? [
          {
            kind: 'text' as const,
            text: [`Et ${count(left, 'autre')}, dans le cadrage en entier.`],
          },
        ]
      : []),
  ]
}

async function criterionLines(
  desk: Desk,
  on: Case,
  reader: Reader,
  criteria: readonly Criterion[],
): Promise<readonly Text[]> {
  const labels = criteria.map(({ label }) => label)
  const texts = await read(desk, on, reader, labels)
  return criteria.map((criterion) => {
    const { label, weight, mandatory, stages } = criterion
    const where = stageNames(on.state, stages)
    const marks = [
      WEIGHT_NAMES[weight],
      ...(mandatory ? ['obligatoire'] : []),
      where === '' ? 'étape à choisir' : where,
    ]
    return text`${texts.get('criterion', label) ?? '…'}\n${italic(marks.join(' · '))}`
  })
}

function moreButton({ id }: Case, page: number, left: number): Block {
  const args = { [RECRUITMENT_ARG]: id, page: String(page) }
  const label = `Encore ${count(left, 'critère')}`
  return { kind: 'buttons', buttons: [{ label, action: 'more-framing', args }] }
}

const CASE_TITLE = 'Le cas de la mise en situation'

async function caseBlocks(desk: Desk, on: Case, reader: Reader): Promise<Block[]> {
  const body = await caseText(desk, on, reader)
  if (body === undefined) return []
  const isLong = body.length > EXCERPT
  return [
    { kind: 'section', title: CASE_TITLE, text: [isLong ? excerpt(body) : body] },
    ...(isLong
      ? [{ kind: 'text' as const, text: text`En entier : ${code('/recrutement cadrage cas')}.` }]
      : []),
  ]
}

/** The case in full; nothing when it is not written. */
export async function caseText(desk: Desk, on: Case, reader: Reader): Promise<string | undefined> {
  const { case: id } = on.state.framing
  return (await read(desk, on, reader, [id])).get('case', id)
}

/** Whole words of the beginning. */
function excerpt(body: string): string {
  return `${body.slice(0, EXCERPT).replace(/\s+\S*$/u, '')}…`
}

/** Criteria that no stage held here verifies. */
export function withoutStage({ state }: Pick<Case, 'state'>): readonly Criterion[] {
  return state.framing.criteria.filter(({ stages }) => stageNames(state, stages) === '')
}

/** What can be done with it now, by an owner or a deputy. */
export function framingActions(desk: Desk, { id, state }: Case): readonly Button[] {
  const args = { [RECRUITMENT_ARG]: id }
  const { criteria, closedAt, case: caseId } = state.framing
  const isNew = criteria.length === 0
  const proposed = isNew && desk.guides.proposedFraming(state.craft).length > 0
  const unplaced = withoutStage({ state }).length > 0
  const writeCase = {
    label: caseId === undefined ? 'Écrire le cas' : 'Changer le cas',
    action: 'write-case',
    args,
  }
  const add = { label: 'Ajouter un critère', action: 'add-criterion', args }
  if (closedAt) return [add, writeCase]
  const paste = { label: 'Coller une liste', action: 'paste-criteria', args }
  const first: readonly (readonly [boolean, string, string])[] = [
    [proposed, 'Reprendre le cadrage proposé', 'adopt-framing'],
    [unplaced, 'Choisir les étapes', 'choose-stages'],
    [!isNew && !unplaced, 'Clore le cadrage', 'close-framing'],
  ]
  return [
    ...first
      .filter(([offered]) => offered)
      .map(([, label, action]): Button => ({ label, action, args, style: 'primary' })),
    add,
    ...(isNew ? [paste, writeCase] : [writeCase, paste]),
  ]
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
const EDIT_HINT: Block = {
  kind: 'text',
  text: text`Pour changer ou retirer un critère, tape son numéro : ${code('/recrutement cadrage 2')}.`,
}
