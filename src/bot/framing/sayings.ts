/** What the bot says about the framing by itself. */
import type { Block } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { isBefore } from '../../process/instants.ts'
import type { Framing, FramingChange, Member } from '../../process/recruitment.ts'
import { titleOf } from '../choose.ts'
import { RECRUITMENT_ARG, message, nameOf, read } from '../desk.ts'
import { stagesWithArticle } from '../french/stages.ts'
import type { Case, Composer, Desk } from '../topic.ts'
import { changeBlocks } from './remarks.ts'
import { ownCriteria, readingButton } from './screen.ts'

/** To the craft advisor, as soon as there is something to read. */
export const adviceAsked: Composer = async ({ desk, on, entry }) => {
  const reader = entry.to ?? ''
  const { advisor, advisorConfirmedAt, owner, framing } = on.state
  if (advisor !== reader) return undefined
  const title = await titleOf(desk, on, reader)
  const asker = await nameOf(desk, owner)
  if (advisorConfirmedAt) {
    return message(text`✅ Tu as confirmé votre échange sur le cadrage de ${bold(title)}. Merci.`)
  }
  const args = { [RECRUITMENT_ARG]: on.id }
  return message(
    text`${asker} prépare ${bold(title)} et a besoin de ton regard sur le cadrage.`,
    { kind: 'text', text: [adviceExplained(on)] },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Lire le cadrage', action: 'see-framing', args, style: 'primary' },
        ...(framing.closedAt
          ? []
          : [{ label: 'Nous en avons parlé', action: 'advice-given', args }]),
      ],
    },
  )
}

/** The advice holds the framing open in a first recruitment only. */
function adviceExplained({ state }: Case): string {
  if (state.framing.closedAt) return 'Il est déjà clos : s’il faut le revoir, dis-le-lui.'
  return state.firstRecruitment && state.craft !== 'other'
    ? 'C’est sa première fois. Lis les critères, parlez-en ensemble, puis confirme. Sans ta confirmation, le cadrage reste ouvert.'
    : 'Lis les critères, parlez-en ensemble, puis confirme.'
}

/** To the owner, who was waiting for it to close the framing. */
export const adviceGiven: Composer = async ({ desk, on }) => {
  const name = await nameOf(desk, on.state.advisor ?? '')
  return message(
    `✅ ${name} a confirmé votre échange. Tu peux clore le cadrage : \`/recrutement cadrage\`.`,
  )
}

/** To each member, once it is closed; rewritten when it changes or is read. */
export const framingToRead: Composer = async ({ desk, on, entry, along }) => {
  const reader = entry.to ?? ''
  const member = on.state.members[reader]
  if (!member) return undefined
  const title = await titleOf(desk, on, reader)
  const headline = member.readFramingAt
    ? text`✅ Tu as lu le cadrage de ${bold(title)}.`
    : await whyToRead(desk, on, member, title)
  const whole = { action: 'see-framing', args: { [RECRUITMENT_ARG]: on.id } }
  if (along.length > 0) {
    const button = { ...whole, label: `Cadrage : ${title}`, style: 'primary' as const }
    return message(
      headline,
      ...(member.readFramingAt ? [] : [{ kind: 'buttons' as const, buttons: [button] }]),
    )
  }
  return message(
    headline,
    ...(await reopeningExplained(desk, on, reader)),
    { kind: 'text', text: ['Ce que cela vérifie :'] },
    ...(await ownCriteria(desk, on, reader, member.stages)),
    ...(await changeBlocks(desk, on, reader, on.state.framing.closedAt)),
    ...readingButton(on, reader, [{ ...whole, label: 'Le cadrage en entier' }]),
  )
}

async function whyToRead(desk: Desk, on: Case, member: Member, title: string): Promise<Text> {
  const owner = await nameOf(desk, on.state.owner)
  const { reopened, closedAt } = on.state.framing
  const wasThere = closedAt && isBefore(member.namedAt, closedAt)
  if (reopened > 0 && wasThere) {
    return text`${owner} a revu le cadrage de ${bold(title)}. Lis le cadrage à nouveau.`
  }
  const stages = stagesWithArticle(on.state, member.stages)
  const what = stages === '' ? '' : ` pour ${ROLE_VERBS[member.role]} ${stages}`
  return text`${owner} compte sur toi${what} (${bold(title)}). Lis le cadrage avant.`
}

const ROLE_VERBS = { scorer: 'évaluer', observer: 'observer' } as const

/** Nobody was chosen: why what is looked for was thought over again. */
async function reopeningExplained(desk: Desk, on: Case, reader: string): Promise<Block[]> {
  const last = reopeningOf(on.state.framing)
  if (!last) return []
  const reason = (await read(desk, on, reader, [last.reason])).get('reason', last.reason)
  return [
    {
      kind: 'text',
      text: [
        `Personne n’a été retenu jusqu’ici.${reason === undefined ? '' : ` Ce qui était à revoir : « ${reason} ».`}`,
      ],
    },
  ]
}

/** Nothing is recorded as a change between a reopening and the closing that follows. */
function reopeningOf({ reopened, closedAt, changes }: Framing): FramingChange | undefined {
  if (reopened === 0 || !closedAt) return undefined
  return changes.findLast(({ at }) => isBefore(at, closedAt))
}
