/** `/recrutement statut`: where each candidate is, and what is awaited from whom. */
import type { Answer, Block, Button, Message } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { isBefore } from '../../process/instants.ts'
import { progressOf } from '../../process/progress.ts'
import type { Progress } from '../../process/progress.ts'
import { standings } from '../../process/roles.ts'
import { applicationsIn, candidatesOf } from '../candidates/found.ts'
import type { Found } from '../candidates/found.ts'
import { titleIn } from '../choose.ts'
import { RECRUITMENT_ARG, message, read, say } from '../desk.ts'
import { count } from '../french/words.ts'
import type { About, Call, CommandCall, Topic } from '../topic.ts'
import { progressWords } from './progress.ts'

export const status: Topic = {
  commands: { statut: (call) => show(call, 0) },
  outsideCommands: { statut: all },
  buttons: {
    'more-status': (call) => show(call, Number(call.args['page'])),
    'share-status': share,
  },
}

/** What a phone shows without much scrolling. */
const PER_PAGE = 8
/** Whoever is in more chooses one. */
const MOST_TOGETHER = 6

/** In one's direct messages, every recruitment that goes on, when there are several. */
async function all(call: CommandCall): Promise<Answer | undefined> {
  const { desk, by, interaction } = call
  if (!interaction.direct) return undefined
  const open = (await desk.store.about(by, interaction.channel)).filter(
    ({ state }) => standings(state, by).length > 0 && !state.closedAt,
  )
  if (open.length < 2 || open.length > MOST_TOGETHER) return undefined
  const screens = await Promise.all(open.map((on) => screen({ ...call, on }, 0)))
  return say(
    text`Tu participes à ${count(open.length, 'recrutement')}.`,
    ...screens.flatMap(({ headline, blocks = [] }): Block[] => [
      { kind: 'text', text: headline },
      ...blocks,
    ]),
  )
}

async function show(call: About<Call>, page: number): Promise<Answer> {
  const { on, interaction } = call
  const isHere = interaction.channel === on.state.channel?.id
  const shown = await screen(call, page)
  if (!isHere) return { kind: 'private', message: shown }
  return say(shown.headline, ...(shown.blocks ?? []), {
    kind: 'buttons',
    buttons: [
      { label: 'Partager ici', action: 'share-status', args: { [RECRUITMENT_ARG]: on.id } },
    ],
  })
}

/** Only in the recruitment's own channel, where everyone may know all of it. */
async function share(call: About<Call>): Promise<Answer> {
  const isHere = call.interaction.channel === call.on.state.channel?.id
  return { kind: isHere ? 'shared' : 'private', message: await screen(call, 0) }
}

async function screen(call: About<Call>, page: number): Promise<Message> {
  const { desk, on, by } = call
  const now = desk.clock.now()
  const texts = await read(desk, on, by, [on.state.title, ...candidatesOf(on)])
  const found = applicationsIn(on, texts)
  const running = found
    .filter(({ application }) => application.status === 'active' || application.status === 'chosen')
    .map((one) => ({ one, progress: progressOf(on.state, one.application, now) }))
    .toSorted((a, b) => oldestWaitFirst(a.progress, b.progress))
  const shown = running.slice(page * PER_PAGE, (page + 1) * PER_PAGE)
  const left = running.length - page * PER_PAGE - shown.length
  return message(
    text`${bold(titleIn(on, texts))} : ${on.state.closedAt ? 'clos' : summary(running.length)}`,
    {
      kind: 'bullets',
      items: await Promise.all(
        shown.map(async ({ one, progress }): Promise<Text> => {
          const words = await progressWords(desk, on, one.application, by, progress)
          return text`${bold(one.candidate.name)} · ${words}`
        }),
      ),
    },
    ...ended(found),
    ...(left > 0 ? [more(on.id, page + 1, left)] : []),
  )
}

/** What waits for nobody, such as an interview to come, is at the end. */
function oldestWaitFirst(a: Progress, b: Progress): number {
  return rank(a) - rank(b) || (isBefore(a.since, b.since) ? -1 : 1)
}

function rank({ kind }: Progress): number {
  return kind === 'upcoming' || kind === 'debrief-coming' ? 1 : 0
}

function summary(running: number): string {
  return running === 0 ? 'aucune candidature en cours' : `${count(running, 'candidature')} en cours`
}

/** Those no longer in the running, counted. */
function ended(found: readonly Found[]): Block[] {
  const stopped = found.filter(({ application }) => application.status === 'stopped')
  const unanswered = stopped.filter(({ application }) => !application.answeredAt).length
  const withdrawn = found.filter(({ application }) => application.status === 'withdrawn').length
  const parts = [
    ...(stopped.length > 0
      ? [
          `${count(stopped.length, 'candidature arrêtée', 'candidatures arrêtées')}${unanswered > 0 ? `, dont ${unanswered} sans réponse` : ''}`,
        ]
      : []),
    ...(withdrawn > 0 ? [count(withdrawn, 'retrait')] : []),
  ]
  return parts.length === 0 ? [] : [{ kind: 'text', text: [`${parts.join(', ')}.`] }]
}

function more(recruitment: string, page: number, left: number): Block {
  const button: Button = {
    label: `Encore ${count(left, 'candidature')}`,
    action: 'more-status',
    args: { [RECRUITMENT_ARG]: recruitment, page: String(page) },
  }
  return { kind: 'buttons', buttons: [button] }
}
