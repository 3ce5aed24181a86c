/** The letters that answer candidates: copy each, or all at once, then say that they were sent. */
import type { Answer, Block, Button, Message } from '../../chat/port.ts'
import { bold, joinTexts, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { answerCandidates } from '../../process/decide/applications.ts'
import type { Application } from '../../process/recruitment.ts'
import { refuseUnlessOwnerOrDeputy } from '../../process/roles.ts'
import { RECRUITMENT_ARG, change, message, outcome, say } from '../desk.ts'
import { count } from '../french/words.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, Call, Case } from '../topic.ts'
import { contactsBlock, toCopy } from './blocks.ts'
import { applicationsOf } from './found.ts'
import type { Found } from './found.ts'
import { unknown } from './leading.ts'
import { SITUATION_NAMES, answerLetter, situationOf } from './letters/answer.ts'
import type { Situation } from './letters/answer.ts'
import { letterContext } from './letters/context.ts'
import { applicationsIn, joinIds, unanswered } from './waiting.ts'

/** The letter to the first of them; the others follow. */
export function nextLetter(call: About<ButtonCall>): Promise<Answer> {
  return answering(call, (call) =>
    showLetter(call, applicationsIn(call.on, call.args['applications'])),
  )
}

export async function showLetter(
  call: About<Call>,
  queue: readonly Application[],
  before: Text = [],
): Promise<Answer> {
  const letters = await lettersTo(call, queue)
  if ('answer' in letters) return letters.answer
  const [letter, ...others] = letters.written
  if (!letter) return unknown(call)
  const { found, situation, body } = letter
  const { answeredAt } = found.application
  const rest = others.map((one) => one.found.application)
  return say(
    text`${before}Réponse à ${bold(found.candidate.name)} (${SITUATION_NAMES[situation]}) : complète ce qui est entre crochets, puis envoie-la.`,
    ...contactsBlock(found),
    toCopy([body]),
    ...letterButtons(call, { isSent: answeredAt !== undefined, first: found.application, rest }),
  )
}

function letterButtons(
  { on }: About<Call>,
  shown: {
    readonly isSent: boolean
    readonly first: Application
    readonly rest: readonly Application[]
  },
): readonly Block[] {
  const { isSent, first, rest } = shown
  const button = (label: string, action: string, to: readonly Application[]): Button => ({
    label,
    action,
    args: { [RECRUITMENT_ARG]: on.id, applications: joinIds(to) },
  })
  const buttons: readonly Button[] = [
    ...(isSent
      ? []
      : [
          {
            ...button('C’est envoyé', 'candidate-answered', [first, ...rest]),
            style: 'primary' as const,
          },
        ]),
    ...(rest.length === 0
      ? []
      : [
          button(`Passer (encore ${rest.length})`, 'next-answer', rest),
          button('Tout en un seul texte', 'all-answers', [first, ...rest]),
        ]),
  ]
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }]
}

/** Every letter under the name it is for. */
export function allLetters(call: About<ButtonCall>): Promise<Answer> {
  return answering(call, async (call) => {
    const { on, args } = call
    const letters = await lettersTo(call, applicationsIn(on, args['applications']))
    if ('answer' in letters) return letters.answer
    const { written } = letters
    const to = written.map(({ found }) => found.application)
    const applications = { [RECRUITMENT_ARG]: on.id, applications: joinIds(to) }
    const parts = written.map(({ found, body }) => text`${bold(found.candidate.name)}\n\n${body}`)
    return say(
      `${count(written.length, 'réponse')} : complète ce qui est entre crochets, puis envoie chacune à part.`,
      toCopy(joinTexts(parts, '\n\n———\n\n')),
      {
        kind: 'buttons',
        buttons: [
          {
            label: `C’est envoyé à ces ${written.length} personnes`,
            action: 'candidates-answered',
            args: applications,
            style: 'primary',
          },
          { label: 'Un par un', action: 'next-answer', args: applications },
        ],
      },
    )
  })
}

/** Records that the first letter was sent, and goes on with the next. */
export async function oneAnswered(call: About<ButtonCall>): Promise<Answer> {
  const [first, ...rest] = applicationsIn(call.on, call.args['applications'])
  if (!first) return unknown(call)
  const changed = await change(call, (state, actor) => answerCandidates(state, [first.id], actor))
  if (changed.kind === 'refused' || rest.length === 0) return outcome(call, changed, done)
  return showLetter(
    { ...call, on: { ...call.on, state: changed.state } },
    rest,
    text`✅ C’est noté. `,
  )
}

export async function allAnswered(call: About<ButtonCall>): Promise<Answer> {
  const ids = applicationsIn(call.on, call.args['applications']).map(({ id }) => id)
  const changed = await change(call, (state, actor) => answerCandidates(state, ids, actor))
  return outcome(call, changed, done)
}

function done(on: Case): Message {
  const left = unanswered(on).length
  if (left === 0) return message('✅ C’est noté. Tout le monde a sa réponse.')
  return message(
    `✅ C’est noté. ${count(left, 'personne attend', 'personnes attendent')} encore ta réponse.`,
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

interface Letter {
  readonly found: Found
  readonly situation: Situation
  readonly body: string
}

/** A letter to each; nobody in the running gets one, nor anybody who withdrew. */
async function lettersTo(
  { desk, on, by }: About<Call>,
  to: readonly Application[],
): Promise<{ readonly written: readonly Letter[] } | { readonly answer: Answer }> {
  const running = to.filter(({ status }) => status === 'active').map(({ id }) => id)
  if (running.length > 0) {
    const refusal = { code: 'applications-undecided', applications: running } as const
    return { answer: say(await explain(desk, on, refusal, by)) }
  }
  const awaited = to.filter(({ status }) => status !== 'withdrawn')
  if (to.length > 0 && awaited.length === 0) {
    return { answer: say('Cette personne s’est retirée : il n’y a pas de réponse à lui donner.') }
  }
  const all = await applicationsOf(desk, on, by)
  const context = await letterContext(desk, on, by)
  const now = desk.clock.now()
  const written = awaited.flatMap(({ id }) => {
    const found = all.find(({ application }) => application.id === id)
    if (!found) return []
    const situation = situationOf(on.state, found.application, now)
    return [{ found, situation, body: answerLetter(context, situation, found.candidate.name) }]
  })
  return { written }
}

/** Answers are given even once the recruitment is closed. */
export async function answering<C extends About<Call>>(
  call: C,
  then: (call: C) => Promise<Answer>,
): Promise<Answer> {
  const refusal = refuseUnlessOwnerOrDeputy(call.on.state, call.by)
  return refusal ? say(await explain(call.desk, call.on, refusal, call.by)) : then(call)
}
