/** The team as people read it: who decides, stands in, advises, scores and observes. */
import type { Block, Button, Message } from '../../chat/port.ts'
import { italic, person, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { adviseOnTeam } from '../../process/advice.ts'
import type { TeamAdvice } from '../../process/advice.ts'
import type { Member } from '../../process/recruitment.ts'
import { refuseUnlessOwnerOrDeputy } from '../../process/roles.ts'
import { MOST_BUTTONS, fewButtons } from '../buttons.ts'
import { RECRUITMENT_ARG, message, nameOf } from '../desk.ts'
import { stagesWithArticle } from '../french/stages.ts'
import { count } from '../french/words.ts'
import type { Call, Case } from '../topic.ts'
import { lostOwnerBlocks, lostOwnerHeadline, mayReplaceOwner } from './lost-owner.ts'

export const ROLE_VERBS = { scorer: 'évalue', observer: 'observe' } as const

/** What a phone shows without much scrolling. */
const PER_PAGE = 8

type Reading = Pick<Call, 'desk' | 'by'>

export async function teamScreen({ desk, by }: Reading, on: Case, page = 0): Promise<Message> {
  const named = Object.entries(on.state.members)
  const shown = named.slice(page * PER_PAGE, (page + 1) * PER_PAGE)
  const left = named.length - page * PER_PAGE - shown.length
  const members: Block = {
    kind: 'bullets',
    items: shown.map(([id, member]) => memberLine(on, id, member)),
  }
  if (page > 0) return message('La suite de l’équipe.', members, ...more(on, page, left))
  const lost = await lostOwnerHeadline({ desk, by }, on)
  const mayReplace = lost !== undefined && (await mayReplaceOwner({ desk, by }, on))
  return message(
    lost ?? (await headline({ desk, by }, on)),
    ...(mayReplace ? lostOwnerBlocks(on) : []),
    { kind: 'fields', fields: leaders(on) },
    members,
    ...more(on, page, left),
    ...(await teamAdvice({ desk, by }, on)),
    ...fewButtons(teamActions(on, by), 'more-team-actions', on),
  )
}

async function headline({ desk, by }: Reading, on: Case): Promise<string> {
  const { owner, members } = on.state
  const named = Object.keys(members).length
  if (named > 0) {
    const verb = named < 2 ? 'participe' : 'participent'
    return `${count(named, 'personne')} ${verb} aux entretiens.`
  }
  return refuseUnlessOwnerOrDeputy(on.state, by)
    ? `L’équipe n’est pas encore nommée. ${await nameOf(desk, owner)} s’en charge.`
    : 'L’équipe est vide. Nomme les personnes qui mèneront les entretiens.'
}

function leaders({ state }: Case): readonly { label: string; value: Text }[] {
  const { owner, deputy, advisor, advisorConfirmedAt, firstRecruitment, unreachable } = state
  const advice = !firstRecruitment ? '' : advisorConfirmedAt ? ', avis donné' : ', avis attendu'
  const named = (id: string): Text =>
    unreachable[id] ? text`${person(id)}, mes messages n’arrivent plus` : [person(id)]
  return [
    { label: 'Décide', value: named(owner) },
    ...(deputy === undefined ? [] : [{ label: 'Remplace', value: named(deputy) }]),
    ...(advisor === undefined
      ? []
      : [{ label: 'Conseille', value: text`${named(advisor)}${advice}` }]),
  ]
}

function memberLine({ state }: Case, id: string, member: Member): Text {
  const marks = [
    ...(member.expert ? ['exerce ce métier'] : []),
    ...(state.framing.closedAt && !member.readFramingAt ? ['n’a pas encore lu le cadrage'] : []),
    ...(state.unreachable[id] ? ['mes messages n’arrivent plus'] : []),
  ]
  const stages = stagesWithArticle(state, member.stages)
  const does = stages === '' ? 'n’a plus d’étape' : `${ROLE_VERBS[member.role]} ${stages}`
  return text`${person(id)} ${does}${marks.length === 0 ? [] : [' ', italic(`(${marks.join(', ')})`)]}`
}

function more({ id }: Case, page: number, left: number): Block[] {
  if (left <= 0) return []
  const button: Button = {
    label: `Encore ${count(left, 'personne')}`,
    action: 'more-team',
    args: { [RECRUITMENT_ARG]: id, page: String(page + 1) },
  }
  return [{ kind: 'buttons', buttons: [button] }]
}

/** What is worth saying about the team, to those who can do something about it. */
export async function teamAdvice({ desk, by }: Reading, on: Case): Promise<Block[]> {
  if (refuseUnlessOwnerOrDeputy(on.state, by) || on.state.closedAt) return []
  const lines = await Promise.all(
    adviseOnTeam(on.state).map((advice) => adviceSentence({ desk, by }, on, advice)),
  )
  return lines.length === 0 ? [] : [{ kind: 'section', title: 'À noter', text: [lines.join('\n')] }]
}

async function adviceSentence(
  { desk, by }: Reading,
  on: Case,
  advice: TeamAdvice,
): Promise<string> {
  switch (advice.code) {
    case 'one-person-scores-everything':
      return advice.person === by
        ? 'Tu es la seule personne à évaluer : nomme quelqu’un d’autre pour un second regard.'
        : `${await nameOf(desk, advice.person)} évalue sans second regard : nomme quelqu’un d’autre.`
    case 'stage-without-scorer':
      return `Personne n’évalue encore ${stagesWithArticle(on.state, advice.stages)}.`
    case 'case-study-without-expert':
      return 'Personne du métier n’évalue la mise en situation : nomme quelqu’un qui l’exerce.'
  }
}

/** What this person may do with the team, the most frequent first. */
function teamActions({ id, state }: Case, by: string): readonly Button[] {
  const args = { [RECRUITMENT_ARG]: id }
  const isOwner = state.owner === by
  const leads = !refuseUnlessOwnerOrDeputy(state, by) && !state.closedAt
  const needsAdvisor = state.craft !== 'other' && !state.advisorConfirmedAt
  return [
    ...(leads
      ? [{ label: 'Nommer quelqu’un', action: 'name-member', args, style: 'primary' as const }]
      : []),
    ...(leads && Object.keys(state.members).length > 0
      ? [{ label: 'Retirer quelqu’un', action: 'remove-member', args }]
      : []),
    ...(leads && isOwner
      ? [{ label: 'Choisir qui me remplace', action: 'name-deputy', args }]
      : []),
    ...(isOwner ? [{ label: 'Passer la main', action: 'hand-over', args }] : []),
    ...(leads && isOwner && needsAdvisor
      ? [{ label: 'Choisir la référence métier', action: 'name-advisor', args }]
      : []),
  ]
}

/** What *Plus* shows. */
export function rarerActions(on: Case, by: string): Message {
  const buttons = teamActions(on, by).slice(MOST_BUTTONS - 1)
  return message('Que veux-tu faire ?', { kind: 'buttons', buttons })
}
