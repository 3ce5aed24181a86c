/** `/recrutement débrief`: the state of the gate, and what lies behind once it is open. */
import type { Temporal } from 'temporal-polyfill'
import type { Answer, Block, Button } from '../../chat/port.ts'
import { code, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { CHANNEL, coolingOffEnd, missingScorers, opensAt } from '../../process/gate.ts'
import type { Reader } from '../../process/gate.ts'
import { isBefore } from '../../process/instants.ts'
import { awaitingDecision } from '../../process/progress.ts'
import { endOf, participantsWith, slotOf } from '../../process/recruitment.ts'
import type { Interview } from '../../process/recruitment.ts'
import { refuseUnlessOwner, refuseUnlessOwnerOrDeputy } from '../../process/roles.ts'
import { decisionButtons } from '../decisions/asking.ts'
import { RECRUITMENT_ARG, message, nameOf, namesOf, say, zoneOf } from '../desk.ts'
import { lastingMoment, since } from '../french/times.ts'
import { enumerate } from '../french/words.ts'
import { viewOf } from '../interviews/view.ts'
import { chaseButtons, fileButton, neverHeld } from '../notes/reminders.ts'
import { explain } from '../refusals/explain.ts'
import type { About, Call, Case, CommandCall, Composer, Desk, Topic } from '../topic.ts'
import { debriefBlocks } from './screen.ts'

export const debrief: Topic = {
  commands: { débrief: ask },
  buttons: { 'see-debrief': (call) => show(call, call.args['interview'] ?? '') },
  sayings: { 'debrief-thread': thread, debrief: opened, 'debrief-ready': ready },
}

const MOST_CHOICES = 8

/** Shows the only debrief there is, or asks which. */
async function ask(call: About<CommandCall>): Promise<Answer> {
  const { desk, on, by } = call
  const now = desk.clock.now()
  const begun = Object.values(on.state.interviews).filter(
    (one) => one.status === 'scheduled' && !isBefore(now, slotOf(one).start),
  )
  const [only, ...others] = begun
  if (!only) return say('Aucun entretien n’a encore eu lieu. Le débrief viendra après.')
  if (others.length === 0) return show(call, only.id)
  const buttons = await Promise.all(
    begun.slice(-MOST_CHOICES).map(async ({ id, openedAt }): Promise<Button> => {
      const view = await viewOf(desk, on, id, by)
      return {
        label: `${openedAt ? '✅' : '🔒'} ${view?.candidate ?? ''} · ${view?.stage ?? ''}`,
        action: 'see-debrief',
        args: { [RECRUITMENT_ARG]: on.id, interview: id },
      }
    }),
  )
  return say('Quel débrief ?', { kind: 'buttons', buttons })
}

async function show(call: About<Call>, id: string): Promise<Answer> {
  const { desk, on, by } = call
  const view = await viewOf(desk, on, id, by)
  if (!view) return say(await explain(desk, on, { code: 'unknown-interview' }, by))
  const { interview, candidate, stage } = view
  if (interview.status !== 'scheduled') {
    return say(await explain(desk, on, { code: 'interview-cancelled' }, by))
  }
  if (!interview.openedAt) return say(...(await shut(call, interview, `${stage}, ${candidate}`)))
  const { blocks, withLevels } = await debriefBlocks(desk, on, interview, by)
  return say(
    text`✅ Débrief ouvert : ${stage}, ${candidate}`,
    ...(withLevels
      ? []
      : [
          {
            kind: 'text' as const,
            text: text`Tu dois encore des notes sur cette candidature : les niveaux restent cachés jusque-là, pour que ton avis reste le tien. ${code('/recrutement notes')}`,
          },
        ]),
    ...blocks,
    ...(on.state.owner === by ? question(on, interview) : []),
  )
}

/** Ends on what only the owner can answer. */
function question(on: Case, { application, id }: Interview): Block[] {
  if (awaitingDecision(on.state, application)?.id !== id) return []
  return [
    {
      kind: 'section',
      title: 'À toi de décider',
      text: ['La personne passe-t-elle à la suite, ou reste-t-il un doute à lever ?'],
    },
    decisionButtons(on, application),
  ]
}

async function shut(
  { desk, on, by }: About<Call>,
  interview: Interview,
  title: string,
): Promise<[Text, ...Block[]]> {
  const missing = missingScorers(interview)
  const mayRemind = !refuseUnlessOwnerOrDeputy(on.state, by)
  const ended = !isBefore(desk.clock.now(), endOf(interview))
  const [first, ...others] = missing.filter((scorer) => scorer !== by)
  const mine = missing.includes(by) ? [fileButton(on, interview.id, 'Déposer mes notes')] : []
  const chase =
    mayRemind && ended && first !== undefined
      ? others.length === 0
        ? ownerButtons(on, interview, first, by)
        : await remindButtons(desk, on, interview, [first, ...others])
      : []
  const wayOut = mayRemind && ended ? neverHeld(on, interview) : []
  const buttons = [...mine, ...chase, ...wayOut]
  return [
    text`🔒 Débrief fermé : ${title}`,
    { kind: 'bullets', items: await gateLines(desk, on, interview, by) },
    {
      kind: 'text',
      text: [
        'Écrire séparément avant d’échanger rend les avis plus justes : le premier avis entendu entraîne les autres.',
      ],
    },
    ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : []),
  ]
}

function ownerButtons(on: Case, interview: Interview, scorer: string, by: string): Button[] {
  const mayWaive = !refuseUnlessOwner(on.state, by)
  return chaseButtons(on, interview.id, scorer).filter(
    ({ action }) => mayWaive || action !== 'waive',
  )
}

async function remindButtons(
  desk: Desk,
  on: Case,
  interview: Interview,
  scorers: readonly string[],
): Promise<Button[]> {
  const names = await namesOf(desk, scorers)
  return scorers.flatMap((scorer, i) =>
    chaseButtons(on, interview.id, scorer)
      .filter(({ action }) => action === 'remind')
      .map((button) => ({ ...button, label: `Relancer ${names[i] ?? ''}` })),
  )
}

/** Who filed, who did not and since when, and what happens next. Never what was filed. */
async function gateLines(
  desk: Desk,
  { state }: Case,
  interview: Interview,
  reader: Reader,
): Promise<readonly Text[]> {
  const now = desk.clock.now()
  const zone = reader === CHANNEL ? desk.defaultZone : await zoneOf(desk, reader)
  const missing = missingScorers(interview)
  const waived = Object.keys(interview.waivers)
  const filed = participantsWith(interview, 'scorer').filter((one) => interview.filings[one])
  const [filedNames, missingNames, waivedNames] = await Promise.all(
    [filed, missing, waived].map((those) => namesOf(desk, those)),
  )
  // What stays on screen does not say for how long: it would no longer be true when read.
  const isLate = reader !== CHANNEL && isBefore(endOf(interview), now)
  const late = isLate ? `, ${since(endOf(interview), now)}` : ''
  return [
    ...(filed.length > 0 ? [text`Notes déposées : ${enumerate(filedNames ?? [])}`] : []),
    ...(missing.length > 0 ? [text`On attend : ${enumerate(missingNames ?? [])}${late}`] : []),
    ...(waived.length > 0 ? [text`Avec dispense : ${enumerate(waivedNames ?? [])}`] : []),
    [openingLine(state, interview, reader, zone, now)],
  ]
}

function openingLine(
  state: Case['state'],
  interview: Interview,
  reader: Reader,
  zone: string,
  now: Temporal.Instant,
): string {
  const opening = opensAt(state, interview)
  if (opening) return `Ouverture : ${lastingMoment(opening, zone, now)}`
  const earliest = coolingOffEnd(state, interview)
  return earliest && reader !== CHANNEL && isBefore(now, earliest)
    ? `Ouverture : quand toutes les notes seront là, pas avant ${lastingMoment(earliest, zone, now)}`
    : 'Ouverture : dès que toutes les notes seront là'
}

/** Starts the thread of the debrief in the channel, and always shows the state of the gate. */
async function thread({ desk, on, entry }: Parameters<Composer>[0]) {
  const view = await viewOf(desk, on, entry.interview, CHANNEL)
  if (!view) return undefined
  const { interview, candidate, stage } = view
  const button = (label: string): Block => ({
    kind: 'buttons',
    buttons: [
      {
        label,
        action: 'see-debrief',
        args: { [RECRUITMENT_ARG]: on.id, interview: interview.id },
        style: 'primary',
      },
    ],
  })
  if (interview.status === 'not-held') {
    const said = await nameOf(desk, interview.endedBy ?? '')
    return message(
      text`${stage}, ${candidate} : l’entretien n’a pas eu lieu (dit par ${said}). Pas de débrief.`,
    )
  }
  if (interview.openedAt) {
    return message(
      text`✅ Débrief ouvert : ${stage}, ${candidate}. La discussion se tient dans ce fil.`,
      button('Lire avec les niveaux'),
    )
  }
  return message(
    text`🔒 Débrief fermé : ${stage}, ${candidate}`,
    { kind: 'bullets', items: await gateLines(desk, on, interview, CHANNEL) },
    button('Où en est-on ?'),
  )
}

/** In the thread, for everyone in the channel: evidence, never levels. */
async function opened({ desk, on, entry }: Parameters<Composer>[0]) {
  const interview = on.state.interviews[entry.interview ?? '']
  if (!interview?.openedAt) return undefined
  const { blocks } = await debriefBlocks(desk, on, interview, CHANNEL)
  return message(
    'Voici ce que chaque personne a vu et entendu. Les niveaux se lisent avec le bouton, en haut du fil.',
    ...blocks,
  )
}

async function ready({ desk, on, entry }: Parameters<Composer>[0]) {
  const view = await viewOf(desk, on, entry.interview, entry.to ?? '')
  if (!view) return undefined
  return message(text`✅ Le débrief est ouvert : ${view.stage}, ${view.candidate}.`, {
    kind: 'buttons',
    buttons: [
      {
        label: 'Lire le débrief',
        action: 'see-debrief',
        args: { [RECRUITMENT_ARG]: on.id, interview: view.interview.id },
        style: 'primary',
      },
    ],
  })
}
