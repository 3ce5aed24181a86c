/** A debrief that is still shut: who is awaited, and what happens next. Never what was filed. */
import type { Temporal } from 'temporal-polyfill'
import type { Block, Button } from '../../chat/port.ts'
import { text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { CHANNEL, coolingOffEnd, missingScorers, opensAt } from '../../process/gate.ts'
import type { Reader } from '../../process/gate.ts'
import { isBefore } from '../../process/instants.ts'
import { endOf, participantsWith } from '../../process/recruitment.ts'
import type { Interview } from '../../process/recruitment.ts'
import { refuseUnlessOwner, refuseUnlessOwnerOrDeputy } from '../../process/roles.ts'
import { namesOf, zoneOf } from '../desk.ts'
import { lastingMoment, since } from '../french/times.ts'
import { enumerate } from '../french/words.ts'
import { chaseButtons, fileButton, neverHeld } from '../notes/reminders.ts'
import type { About, Call, Case, Desk } from '../topic.ts'

export async function shut(
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
export async function gateLines(
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
