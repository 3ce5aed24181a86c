/** What the bot says about the framing by itself. */
import { bold, text } from '../../chat/text.ts'
import { titleOf } from '../choose.ts'
import { RECRUITMENT_ARG, message, nameOf } from '../desk.ts'
import { STAGE_WITH_ARTICLE, enumerate } from '../french/words.ts'
import type { Composer } from '../topic.ts'
import { ownCriteria, readingButton } from './screen.ts'

/** To the craft advisor, as soon as there is something to read. */
export const adviceAsked: Composer = async ({ desk, on, entry }) => {
  const reader = entry.to ?? ''
  const { advisor, advisorConfirmedAt, owner } = on.state
  if (advisor !== reader) return undefined
  const title = await titleOf(desk, on, reader)
  const asker = await nameOf(desk, owner)
  if (advisorConfirmedAt) {
    return message(text`✅ Tu as confirmé votre échange sur le cadrage de ${bold(title)}. Merci.`)
  }
  return message(
    text`${asker} prépare ${bold(title)} et a besoin de ton regard sur le cadrage.`,
    {
      kind: 'text',
      text: [
        'C’est sa première fois. Lis les critères, parlez-en ensemble, puis confirme. Sans ta confirmation, le cadrage reste ouvert.',
      ],
    },
    {
      kind: 'buttons',
      buttons: [
        {
          label: 'Lire le cadrage',
          action: 'see-framing',
          args: { [RECRUITMENT_ARG]: on.id },
          style: 'primary',
        },
        {
          label: 'Nous en avons parlé',
          action: 'advice-given',
          args: { [RECRUITMENT_ARG]: on.id },
        },
      ],
    },
  )
}

/** To the owner, who was waiting for it to close the framing. */
export const adviceGiven: Composer = async ({ desk, on }) => {
  const name = await nameOf(desk, on.state.advisor ?? '')
  return message(
    `✅ ${name} a confirmé votre échange. Tu peux clore le cadrage : \`/recrutement cadrage\`.`,
  )
}

/** To each member, once it is closed; rewritten when it changes or is read. */
export const framingToRead: Composer = async ({ desk, on, entry }) => {
  const reader = entry.to ?? ''
  const member = on.state.members[reader]
  if (!member) return undefined
  const title = await titleOf(desk, on, reader)
  const owner = await nameOf(desk, on.state.owner)
  const stages = enumerate(member.stages.map((stage) => STAGE_WITH_ARTICLE[stage]))
  return message(
    member.readFramingAt
      ? text`✅ Tu as lu le cadrage de ${bold(title)}.`
      : text`${owner} compte sur toi pour ${ROLE_VERBS[member.role]} ${stages} (${bold(title)}). Lis le cadrage avant.`,
    { kind: 'text', text: ['Ce que cela vérifie :'] },
    ...(await ownCriteria(desk, on, reader, member.stages)),
    ...readingButton(on, reader, [
      {
        label: 'Le cadrage en entier',
        action: 'see-framing',
        args: { [RECRUITMENT_ARG]: on.id },
      },
    ]),
  )
}

const ROLE_VERBS = { scorer: 'évaluer', observer: 'assister à' } as const
