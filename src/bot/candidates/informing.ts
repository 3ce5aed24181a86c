/** Telling candidates how they are assessed and what becomes of their data. */
import type { Answer } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import { informCandidate } from '../../process/decide/applications.ts'
import type { Actor, Decided } from '../../process/decide/decided.ts'
import type { Event } from '../../process/events.ts'
import type { Application, Recruitment } from '../../process/recruitment.ts'
import { RECRUITMENT_ARG, change, message, outcome, say, zoneOf } from '../desk.ts'
import { moment } from '../french/times.ts'
import { count } from '../french/words.ts'
import type { About, ButtonCall } from '../topic.ts'
import { addressees, contactsBlock, toCopy } from './blocks.ts'
import { applicationsOf } from './found.ts'
import type { Found } from './found.ts'
import { about, leading, unknown } from './leading.ts'
import { letterContext } from './letters/context.ts'
import { informationLetter } from './letters/information.ts'
import { BATCH, applicationsIn, joinIds, uninformed } from './waiting.ts'

export function showInformation(call: About<ButtonCall>): Promise<Answer> {
  return leading(call, (call) => about(call, call.args['application'], letterFor))
}

async function letterFor(call: About<ButtonCall>, found: Found): Promise<Answer> {
  const { desk, on, by } = call
  const { candidate, application } = found
  const { informedAt, tracked } = application
  const letter = informationLetter(await letterContext(desk, on, by), {
    name: candidate.name,
    tracked,
  })
  const headline = informedAt
    ? text`${bold(candidate.name)} a reçu ce message ${moment(informedAt, await zoneOf(desk, by), desk.clock.now())}.`
    : text`Copie ce message et envoie-le à ${bold(candidate.name)}, puis dis-le-moi.`
  return say(
    headline,
    ...contactsBlock(found),
    toCopy([letter]),
    ...(informedAt
      ? []
      : [
          {
            kind: 'buttons' as const,
            buttons: [
              {
                label: 'C’est envoyé',
                action: 'candidates-informed',
                args: { [RECRUITMENT_ARG]: on.id, applications: joinIds([application]) },
                style: 'primary' as const,
              },
            ],
          },
        ]),
  )
}

/** One message for everyone who has yet to be told, a batch at a time. */
export function showInformationForAll(call: About<ButtonCall>): Promise<Answer> {
  return leading(call, async ({ desk, on, by }) => {
    const waiting = new Set(uninformed(on).map(({ id }) => id))
    const found = (await applicationsOf(desk, on, by)).filter(({ application }) =>
      waiting.has(application.id),
    )
    const batch = found.slice(0, BATCH)
    const left = found.length - batch.length
    if (batch.length === 0) return say('Tout le monde a déjà reçu le message d’information.')
    const letter = informationLetter(await letterContext(desk, on, by), {
      name: undefined,
      tracked: batch.some(({ application }) => application.tracked),
    })
    return say(
      `Copie ce message et envoie-le à ${count(batch.length, 'personne')}, puis dis-le-moi.${left > 0 ? ` ${count(left, 'autre')} ensuite.` : ''}`,
      ...addressees(batch),
      toCopy([letter]),
      {
        kind: 'buttons',
        buttons: [
          {
            label:
              batch.length === 1 ? 'C’est envoyé' : `C’est envoyé à ces ${batch.length} personnes`,
            action: 'candidates-informed',
            args: {
              [RECRUITMENT_ARG]: on.id,
              applications: joinIds(batch.map(({ application }) => application)),
            },
            style: 'primary',
          },
        ],
      },
    )
  })
}

/** Records that the message was sent to the people it was shown for. */
export async function informed(call: About<ButtonCall>): Promise<Answer> {
  const told = applicationsIn(call.on, call.args['applications'])
  if (told.length === 0) return unknown(call)
  const changed = await change(call, (state, actor) => informAll(state, told, actor))
  return outcome(call, changed, (on) => whatNext(on.id, told, uninformed(on).length))
}

function whatNext(recruitment: string, told: readonly Application[], left: number) {
  const [only, ...others] = told
  const args = { [RECRUITMENT_ARG]: recruitment }
  const done =
    others.length === 0 ? '✅ C’est noté.' : `✅ C’est noté pour ${told.length} personnes.`
  return message(left === 0 ? done : `${done} Il en reste ${left} à informer.`, {
    kind: 'buttons',
    buttons: [
      ...(only && others.length === 0
        ? [{ label: 'Planifier', action: 'schedule', args: { ...args, application: only.id } }]
        : []),
      ...(left > 0 ? [{ label: 'Message d’information', action: 'inform-candidates', args }] : []),
      { label: 'Voir la liste', action: 'more-candidates', args: { ...args, page: '0' } },
    ],
  })
}

/** All or nothing: each of them is a fact about another application. */
function informAll(state: Recruitment, told: readonly Application[], actor: Actor): Decided {
  const decided = told.map(({ id }) => informCandidate(state, id, actor))
  const events: Event[] = []
  for (const one of decided) {
    if (one.refusal) return one
    events.push(...one.events)
  }
  return { events }
}
