/** What is said of data that will go, and of those that are gone. */
import type { Message } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { earlierOf } from '../../process/instants.ts'
import type { Erasure } from '../../process/recruitment.ts'
import { lastContact, retentionOf } from '../../process/retention.ts'
import { applicationsOf } from '../candidates/found.ts'
import { titleOf } from '../choose.ts'
import { RECRUITMENT_ARG, message, zoneOf } from '../desk.ts'
import { lastingMoment } from '../french/times.ts'
import { count } from '../french/words.ts'
import type { SayingCall } from '../topic.ts'
import { beyondReach } from './reach.ts'

/** Before anything goes, the owner can still export, or have reasons to act. */
export async function erasureNear({ desk, on, entry }: SayingCall): Promise<Message | undefined> {
  const { to = '' } = entry
  const near = (await applicationsOf(desk, on, to)).flatMap((found) => {
    const { eraseAt } = retentionOf(on.state, found.application) ?? {}
    const isHere = found.application.erasureAnnouncedAt?.equals(entry.dueAt) ?? false
    return eraseAt && isHere ? [{ ...found, eraseAt }] : []
  })
  const [first, ...others] = near
  if (!first) return undefined
  const zone = await zoneOf(desk, to)
  const when = (at: Parameters<typeof lastingMoment>[0]) =>
    lastingMoment(at, zone, desk.clock.now())
  const earliest = others.map(({ eraseAt }) => eraseAt).reduce(earlierOf, first.eraseAt)
  return message(
    text`${bold(await titleOf(desk, on, to))} : ${count(near.length, 'candidature non retenue sera bientôt effacée', 'candidatures non retenues seront bientôt effacées')}.`,
    {
      kind: 'bullets',
      items: near.map(
        ({ application, candidate, eraseAt }): Text =>
          text`${bold(candidate.name)} : dernier contact ${when(lastContact(on.state, application))}, effacement ${when(eraseAt)}`,
      ),
    },
    {
      kind: 'text',
      text: [
        `Tu n’as rien à faire : je m’en occupe. Si tu dois garder une copie, exporte avant ${when(earliest)}.`,
      ],
    },
    {
      kind: 'buttons',
      buttons: [
        {
          label: 'Exporter une candidature',
          action: 'export-candidate',
          args: { [RECRUITMENT_ARG]: on.id },
        },
      ],
    },
  )
}

/** Names nobody: there is nobody left to name. */
export async function erased({ desk, on, entry }: SayingCall): Promise<Message | undefined> {
  const erasure = on.state.erasures[entry.application ?? '']
  if (!erasure) return undefined
  const together = Object.values(on.state.erasures).filter(({ askedAt }) =>
    askedAt.equals(erasure.askedAt),
  )
  const { taken, blanked, kept } = sumOf(together)
  const zone = await zoneOf(desk, entry.to ?? '')
  const asked = lastingMoment(erasure.askedAt, zone, desk.clock.now())
  const title = await titleOf(desk, on, entry.to ?? '')
  return message(
    erasure.isDue
      ? text`✅ ${bold(title)} : ${count(together.length, 'candidature non retenue est effacée', 'candidatures non retenues sont effacées')}. La durée de conservation est finie.`
      : text`✅ ${bold(title)} : la candidature est effacée, comme demandé ${asked}.`,
    {
      kind: 'bullets',
      items: [
        [
          taken === 0
            ? 'Aucun de mes messages n’en parlait.'
            : `${count(taken, 'de mes messages est retiré', 'de mes messages sont retirés')}.`,
        ],
        ...(blanked > 0
          ? [
              [
                `${count(blanked, 'fil')} où des personnes ont répondu : mes mots n’y sont plus, les leurs y restent. Relis-les.`,
              ],
            ]
          : []),
        ...(kept > 0
          ? [
              [
                `${count(kept, 'message')} que la messagerie ne me laisse pas retirer : demande à qui l’administre.`,
              ],
            ]
          : []),
      ],
    },
    { kind: 'text', text: [bold('Ce que je n’atteins pas')] },
    beyondReach(together.some(({ isTracked }) => isTracked)),
  )
}

function sumOf(together: readonly Erasure[]) {
  const total = (pick: (done: NonNullable<Erasure['done']>) => number) =>
    together.reduce((sum, { done }) => sum + (done ? pick(done) : 0), 0)
  return {
    taken: total((done) => done.taken),
    blanked: total((done) => done.blanked),
    kept: total((done) => done.kept),
  }
}
