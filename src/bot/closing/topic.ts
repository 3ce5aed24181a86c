/** `/recrutement clore`: the end, with or without a choice, and back to the framing. */
import type { Answer, Block, Button, Message } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import { closeRecruitment, reopenFraming } from '../../process/decide/closing.ts'
import { stopAll } from '../../process/decide/decisions.ts'
import { followUpsOf } from '../../process/follow-ups.ts'
import { CHANNEL } from '../../process/gate.ts'
import { refuseClosed, refuseUnlessOwner } from '../../process/roles.ts'
import { titleOf } from '../choose.ts'
import { RECRUITMENT_ARG, change, formOutcome, idFrom, message, read, say } from '../desk.ts'
import { LONG, typed } from '../fields.ts'
import { lastingMoment } from '../french/times.ts'
import { CONTRACT_WORDS, count } from '../french/words.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, Call, Case, FormCall, Topic } from '../topic.ts'
import { askLater, followUpDone, followUpDue, followUpName, submitLater } from './follow-ups.ts'

export const closing: Topic = {
  commands: { clore: show },
  buttons: {
    closing: show,
    'stop-all': askStopAll,
    close: askClose,
    'reopen-framing': askReopening,
    'follow-up-done': followUpDone,
    'follow-up-later': askLater,
  },
  forms: {
    'stop-all': submitStopAll,
    close: submitClose,
    'reopen-framing': submitReopening,
    'follow-up-later': submitLater,
  },
  sayings: {
    closed: async ({ desk, on }) => closedMessage(on, await titleOf(desk, on, on.state.owner)),
    'follow-up': followUpDue,
  },
}

/** What is left before the end, and the way there. */
async function show(call: About<Call>): Promise<Answer> {
  return owning(call, async () => {
    const { on } = call
    const all = Object.values(on.state.applications)
    const undecided = all.filter(({ status }) => status === 'active')
    const unanswered = all.filter(
      ({ status, answeredAt }) => (status === 'stopped' || status === 'chosen') && !answeredAt,
    )
    const chosen = all.find(({ status }) => status === 'chosen')
    const name = chosen && (await candidateName(call, chosen.candidate))
    const ready = undecided.length === 0 && unanswered.length === 0
    return say(
      ready
        ? 'Tout le monde a sa réponse : tu peux clore.'
        : 'Avant de clore, chaque personne doit avoir sa réponse.',
      {
        kind: 'bullets',
        items: [
          name === undefined ? ['Personne n’est retenu.'] : text`Ton choix : ${bold(name)}.`,
          ...(undecided.length > 0
            ? [[`${count(undecided.length, 'candidature')} en cours, sans décision.`]]
            : []),
          ...(unanswered.length > 0
            ? [[`${count(unanswered.length, 'personne')} sans réponse.`]]
            : []),
        ],
      },
      { kind: 'buttons', buttons: nextSteps(on, { undecided, unanswered, chosen }) },
    )
  })
}

function nextSteps(
  { id, state }: Case,
  {
    undecided,
    unanswered,
    chosen,
  }: { undecided: readonly unknown[]; unanswered: readonly unknown[]; chosen: unknown },
): Button[] {
  const args = { [RECRUITMENT_ARG]: id }
  if (undecided.length > 0) {
    const label = undecided.length === 1 ? 'Arrêter cette candidature' : 'Arrêter ces candidatures'
    return [
      { label, action: 'stop-all', args },
      { label: 'Comparer', action: 'compare', args },
    ]
  }
  if (unanswered.length > 0) {
    return [{ label: 'Répondre', action: 'answer-candidates', args, style: 'primary' }]
  }
  return [
    { label: 'Clore', action: 'close', args, style: 'primary' },
    ...(chosen === undefined && state.framing.closedAt
      ? [{ label: 'Reprendre le cadrage', action: 'reopen-framing', args }]
      : []),
  ]
}

async function askStopAll(call: About<ButtonCall>): Promise<Answer> {
  return owning(call, async () => ({
    kind: 'form',
    form: {
      form: 'stop-all',
      title: 'Arrêter la suite',
      intro: [
        'Toutes les candidatures en cours s’arrêtent et leurs entretiens à venir sont annulés. Tu répondras ensuite à chaque personne ; tu pourras reprendre une candidature.',
      ],
      submit: 'Arrêter',
      args: { [RECRUITMENT_ARG]: call.on.id },
      fields: [REASON],
    },
  }))
}

const REASON = {
  kind: 'long-text',
  name: 'reason',
  label: 'Pourquoi',
  optional: true,
  maxLength: LONG,
} as const

async function submitStopAll(call: About<FormCall>): Promise<Answer> {
  const body = typed(call.values, 'reason')
  const reason = idFrom(call, 'reason')
  const changed = await change(
    call,
    (state, actor) => stopAll(state, body === undefined ? {} : { reason }, actor),
    body === undefined ? [] : [{ id: reason, kind: 'reason', body }],
  )
  return formOutcome(call, changed, ({ id }) =>
    message('C’est décidé. Il reste à répondre à chaque personne.', {
      kind: 'buttons',
      buttons: [
        {
          label: 'Répondre',
          action: 'answer-candidates',
          args: { [RECRUITMENT_ARG]: id },
          style: 'primary',
        },
      ],
    }),
  )
}

/** Closing cannot be undone: it asks first. */
async function askClose(call: About<ButtonCall>): Promise<Answer> {
  return owning(call, async () => ({
    kind: 'form',
    form: {
      form: 'close',
      title: 'Clore',
      intro: [
        'Plus rien ne changera ensuite, sauf les comptes rendus et les suivis. C’est définitif.',
      ],
      submit: 'Clore',
      args: { [RECRUITMENT_ARG]: call.on.id },
      fields: [],
    },
  }))
}

async function submitClose(call: About<FormCall>): Promise<Answer> {
  const changed = await change(call, closeRecruitment)
  return formOutcome(call, changed, async (on) => closedFor(call, on))
}

async function closedFor({ desk, by }: Call, on: Case): Promise<Message> {
  const zone = desk.defaultZone
  const left = await Promise.all(
    followUpsOf(on.state).map(async ({ followUp, dueAt }) => {
      const day = lastingMoment(dueAt, zone, desk.clock.now()).split(' à ')[0] ?? ''
      return [`${await followUpName(desk, on, followUp, by)}, ${day}`]
    }),
  )
  const steps: Block[] = left.length === 0 ? [] : [{ kind: 'bullets', items: left }]
  return message(
    left.length === 0
      ? '✅ C’est clos. Merci d’avoir répondu à tout le monde.'
      : '✅ C’est clos. Il reste ces suivis, je te les rappelle le jour venu :',
    ...steps,
  )
}

async function askReopening(call: About<ButtonCall>): Promise<Answer> {
  return owning(call, async () => ({
    kind: 'form',
    form: {
      form: 'reopen-framing',
      title: 'Reprendre le cadrage',
      intro: [
        'Personne n’est retenu : tu revois ce que tu cherches, puis tu clos à nouveau le cadrage. L’équipe le relira.',
      ],
      submit: 'Reprendre',
      args: { [RECRUITMENT_ARG]: call.on.id },
      fields: [{ ...REASON, optional: false, label: 'Ce qui est à revoir' }],
    },
  }))
}

async function submitReopening(call: About<FormCall>): Promise<Answer> {
  const body = typed(call.values, 'reason')
  if (!body) return { kind: 'invalid', fields: { reason: 'Indique ce qui est à revoir.' } }
  const reason = idFrom(call, 'reason')
  const changed = await change(call, (state, actor) => reopenFraming(state, { reason }, actor), [
    { id: reason, kind: 'reason', body },
  ])
  return formOutcome(call, changed, () =>
    message('Le cadrage est rouvert. Revois-le, puis clos-le : `/recrutement cadrage`.'),
  )
}

function closedMessage({ state }: Case, title: string): Message {
  const { process } = CONTRACT_WORDS[state.contract]
  const agreed = state.contract === 'contractor' ? 'close' : 'clos'
  return message(text`✅ ${process} ${agreed} : ${bold(title)}. Merci à toute l’équipe.`, {
    kind: 'text',
    text: [
      state.chosen === undefined
        ? 'Personne n’est retenu cette fois. Chaque personne a reçu sa réponse.'
        : 'Quelqu’un est retenu, et chaque personne a reçu sa réponse.',
    ],
  })
}

async function candidateName({ desk, on }: About<Call>, id: string): Promise<string> {
  return (await read(desk, on, CHANNEL, [id])).get('candidate', id)?.name ?? 'une personne'
}

async function owning(call: About<Call>, then: () => Promise<Answer>): Promise<Answer> {
  const refusal = refuseUnlessOwner(call.on.state, call.by) ?? refuseClosed(call.on.state)
  return refusal ? say(await explain(call.desk, call.on, refusal, call.by)) : then()
}
