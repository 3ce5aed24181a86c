/** What the bot says about candidates by itself. */
import { code, text } from '../../chat/text.ts'
import { earlierOf } from '../../process/instants.ts'
import { titleOf } from '../choose.ts'
import { RECRUITMENT_ARG, message, nameOf } from '../desk.ts'
import { since } from '../french/times.ts'
import { count } from '../french/words.ts'
import type { Case, Composer } from '../topic.ts'
import { unanswered } from './waiting.ts'

/** From this reminder on, a way out is offered. */
const OFFERS_HELP_FROM = 3

/** To the owner, while people who were not chosen do not know it. */
export const answersAwaited: Composer = async ({ desk, on, entry }) => {
  const { to = '', occurrence = 1 } = entry
  const [first, ...others] = unanswered(on).flatMap(({ status, decision }) =>
    status === 'stopped' && decision ? [decision.at] : [],
  )
  if (!first) return undefined
  const people = count(others.length + 1, 'personne attend', 'personnes attendent')
  const waiting = since(others.reduce(earlierOf, first), desk.clock.now())
  const title = await titleOf(desk, on, to)
  return message(
    occurrence === 1
      ? text`${people} ta réponse ${waiting} (${title}). Le message est prêt à copier.`
      : text`${people} toujours ta réponse ${waiting} (${title}).`,
    ...(occurrence < OFFERS_HELP_FROM
      ? []
      : [{ kind: 'text' as const, text: await wayOut(desk, on) }]),
    {
      kind: 'buttons',
      buttons: [
        {
          label: 'Répondre',
          action: 'answer-candidates',
          args: { [RECRUITMENT_ARG]: on.id },
          style: 'primary',
        },
      ],
    },
  )
}

async function wayOut(desk: Parameters<Composer>[0]['desk'], { state }: Case) {
  return state.deputy === undefined
    ? text`Pas le temps ? Choisis qui te remplace, et cette personne répondra : ${code('/recrutement équipe')}.`
    : text`Pas le temps ? ${await nameOf(desk, state.deputy)} peut répondre à ta place : ${code('/recrutement candidat')}.`
}
