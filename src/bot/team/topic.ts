/** `/recrutement équipe`: who decides, stands in, advises, scores and observes. */
import { code, text } from '../../chat/text.ts'
import type { Message } from '../../chat/port.ts'
import { message, nameOf } from '../desk.ts'
import type { Composer, Topic } from '../topic.ts'
import { askHandOver, ownership, submitHandOver } from './handing-over.ts'
import { askNewOwner, lostOwnerBlocks, submitNewOwner, teamFromOutside } from './lost-owner.ts'
import { askMember, askRemoval, submitMember, submitRemoval } from './members.ts'
import { rarerActions, teamScreen } from './screen.ts'
import { askAdvisor, askDeputy, submitAdvisor, submitDeputy } from './seconding.ts'

/** The account seems closed: of the owner's, the deputy hears. */
const unreachable: Composer = async ({ desk, on, entry }) => {
  const { about = '', to } = entry
  const name = await nameOf(desk, about)
  if (about === on.state.owner && to === on.state.deputy) {
    return message(
      `Je n’arrive plus à joindre ${name}, qui décide ici. Si son compte est fermé, nomme quelqu’un à sa place.`,
      ...lostOwnerBlocks(on),
    )
  }
  return message(`Je n’arrive plus à joindre ${name} : son compte semble fermé.`, {
    kind: 'text',
    text: text`Vérifie avec l’équipe, puis choisis quelqu’un d’autre avec ${code('/recrutement équipe')}.`,
  })
}

export const team: Topic = {
  commands: {
    équipe: async (call) => shown(await teamScreen(call, call.on)),
  },
  outsideCommands: { équipe: teamFromOutside },
  buttons: {
    'name-member': askMember,
    'remove-member': askRemoval,
    'name-deputy': askDeputy,
    'name-advisor': askAdvisor,
    'hand-over': askHandOver,
    'more-team': async (call) =>
      shown(await teamScreen(call, call.on, Number(call.args['page'] ?? 0))),
    'more-team-actions': async (call) => shown(rarerActions(call.on, call.by)),
  },
  freeButtons: { 'replace-owner': askNewOwner },
  forms: {
    member: submitMember,
    removal: submitRemoval,
    deputy: submitDeputy,
    advisor: submitAdvisor,
  },
  freeForms: { 'hand-over': submitHandOver, 'new-owner': submitNewOwner },
  sayings: { ownership, unreachable },
}

function shown(screen: Message) {
  return { kind: 'private' as const, message: screen }
}
