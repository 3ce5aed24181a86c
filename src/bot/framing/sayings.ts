/** What the bot says about the framing by itself. */
import { bold, text } from '../../chat/text.ts'
import { titleOf } from '../choose.ts'
import { RECRUITMENT_ARG, message, nameOf } from '../desk.ts'
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
        'C’est sa première fois. Relis les critères, échangez-en, puis confirme : le cadrage ne peut pas être clos avant.',
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

/** To each member, once it is closed; rewritten when it changes or is read. */
export const framingToRead: Composer = async ({ desk, on, entry }) => {
  const reader = entry.to ?? ''
  const member = on.state.members[reader]
  if (!member) return undefined
  const title = await titleOf(desk, on, reader)
  return message(
    member.readFramingAt
      ? text`✅ Tu as lu le cadrage de ${bold(title)}.`
      : text`Lis le cadrage de ${bold(title)} avant ton premier entretien.`,
    { kind: 'text', text: ['Ce que tu auras à vérifier :'] },
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
