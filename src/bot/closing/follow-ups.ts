/** What a closed recruitment leaves to do: said on its day, until it is done. */
import type { Answer, Block } from '../../chat/port.ts'
import { code, text } from '../../chat/text.ts'
import { completeFollowUp, dateFollowUp } from '../../process/decide/closing.ts'
import { FOLLOW_UPS } from '../../process/vocabulary.ts'
import type { FollowUp } from '../../process/vocabulary.ts'
import { titleOf } from '../choose.ts'
import {
  RECRUITMENT_ARG,
  change,
  formOutcome,
  message,
  outcome,
  read,
  say,
  zoneOf,
} from '../desk.ts'
import { SHORT, typed } from '../fields.ts'
import { readDay } from '../french/dates.ts'
import { calendarDate } from '../french/times.ts'
import { explain } from '../refusals/explain.ts'
import { refuseUnlessOwnerOrDeputy } from '../../process/roles.ts'
import type { About, ButtonCall, Case, Composer, Desk, FormCall } from '../topic.ts'

/** Said of a mission or of a post; only `price` and `order` belong to a mission alone. */
export async function followUpName(
  desk: Desk,
  on: Case,
  followUp: FollowUp,
  reader: string,
): Promise<string> {
  const { chosen, primeContractor } = on.state
  const application = chosen === undefined ? undefined : on.state.applications[chosen]
  const texts = await read(desk, on, reader, [application?.candidate, primeContractor])
  const candidate = texts.get('candidate', application?.candidate)?.name ?? 'la personne retenue'
  const holder = texts.get('prime-contractor', primeContractor) ?? 'titulaire du marché'
  switch (followUp) {
    case 'price':
      return `Demande à ${candidate} sa proposition de prix`
    case 'order':
      return `Passe la commande (${holder}), avec la fiche de cadrage en annexe`
    case 'offer-archived':
      return 'Archive l’offre sur Welcome to the Jungle'
    case 'file':
      return `Transmets le dossier de ${candidate} à ton administration`
    case 'arrival':
      return on.state.contract === 'agent'
        ? `Prépare l’arrivée de ${candidate}`
        : `Prépare le début de la mission de ${candidate}`
  }
}

/** On its day, then each working morning until it is done. */
export const followUpDue: Composer = async ({ desk, on, entry, along }) => {
  const { followUp, to = '', occurrence = 1 } = entry
  if (!followUp) return undefined
  const what = await followUpName(desk, on, followUp, to)
  const title = await titleOf(desk, on, to)
  return message(
    occurrence === 1 ? text`${what} (${title}).` : text`Encore à faire : ${what} (${title}).`,
    followUpButtons(on, followUp, along.length > 0 ? DONE_NAMES[followUp] : 'C’est fait'),
  )
}

/** Among other reminders a button says what it is about. */
const DONE_NAMES: Readonly<Record<FollowUp, string>> = {
  price: 'Fait : prix',
  order: 'Fait : commande',
  'offer-archived': 'Fait : offre archivée',
  file: 'Fait : dossier',
  arrival: 'Fait : arrivée',
}

function followUpButtons({ id }: Case, followUp: FollowUp, done: string): Block {
  const args = { [RECRUITMENT_ARG]: id, followUp }
  return {
    kind: 'buttons',
    buttons: [
      { label: done, action: 'follow-up-done', args, style: 'primary' },
      { label: 'Plus tard', action: 'follow-up-later', args },
      ...(followUp === 'order'
        ? [
            {
              label: 'La fiche de cadrage',
              action: 'see-framing',
              args: { [RECRUITMENT_ARG]: id },
            },
          ]
        : []),
    ],
  }
}

export async function followUpDone(call: About<ButtonCall>): Promise<Answer> {
  const followUp = followUpIn(call.args)
  const changed = await change(call, (state, actor) =>
    followUp
      ? completeFollowUp(state, followUp, actor)
      : { refusal: { code: 'unknown-follow-up' } },
  )
  return outcome(call, changed, () => message('✅ C’est noté.'))
}

export async function askLater(call: About<ButtonCall>): Promise<Answer> {
  const { desk, on, by, args } = call
  const refusal = refuseUnlessOwnerOrDeputy(on.state, by)
  if (refusal) return say(await explain(desk, on, refusal, by))
  return {
    kind: 'form',
    form: {
      form: 'follow-up-later',
      title: 'Plus tard',
      submit: 'Me le rappeler',
      args: { [RECRUITMENT_ARG]: on.id, followUp: args['followUp'] ?? '' },
      fields: [
        {
          kind: 'text',
          name: 'date',
          label: 'Quel jour',
          help: 'Comme tu le dirais : « lundi », « dans 10 jours », « 15 janvier ».',
          maxLength: SHORT,
        },
      ],
    },
  }
}

export async function submitLater(call: About<FormCall>): Promise<Answer> {
  const { desk, by, values, args } = call
  const followUp = followUpIn(args)
  const now = desk.clock.now()
  const zone = await zoneOf(desk, by)
  const date = readDay(typed(values, 'date') ?? '', zone, now)
  if (date === undefined) {
    return {
      kind: 'invalid',
      fields: {
        date: 'Je n’ai pas compris ce jour. Écris par exemple « lundi » ou « 15 janvier ».',
      },
    }
  }
  if (date <= now.toZonedDateTimeISO(zone).toPlainDate().toString()) {
    return { kind: 'invalid', fields: { date: 'Choisis un jour à venir.' } }
  }
  const changed = await change(call, (state, actor) =>
    followUp
      ? dateFollowUp(state, { followUp, date }, actor)
      : { refusal: { code: 'unknown-follow-up' } },
  )
  return formOutcome(call, changed, () =>
    message(
      text`C’est noté : je te le rappelle ${calendarDate(date)}. Tout ce qui reste à faire : ${code('/recrutement tâches')}.`,
    ),
  )
}

function followUpIn(args: Readonly<Record<string, string>>): FollowUp | undefined {
  return FOLLOW_UPS.find((one) => one === args['followUp'])
}
