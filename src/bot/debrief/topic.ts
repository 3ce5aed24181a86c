/** `/recrutement débrief`: the state of the gate, and what lies behind once it is open. */
import type { Answer, Block, Button } from '../../chat/port.ts'
import { code, text } from '../../chat/text.ts'
import { CHANNEL } from '../../process/gate.ts'
import { isBefore } from '../../process/instants.ts'
import { awaitingDecision } from '../../process/progress.ts'
import { slotOf } from '../../process/recruitment.ts'
import type { Interview } from '../../process/recruitment.ts'
import { applicationsOf, withName } from '../candidates/found.ts'
import { decisionButtons } from '../decisions/asking.ts'
import { RECRUITMENT_ARG, message, nameOf, say } from '../desk.ts'
import { viewOf } from '../interviews/view.ts'
import { explain } from '../refusals/explain.ts'
import type { About, Call, Case, CommandCall, Composer, Topic } from '../topic.ts'
import { heldFiles } from './held.ts'
import { sendMatrix } from './matrix.ts'
import { showRecord } from './record.ts'
import { debriefBlocks } from './screen.ts'
import { gateLines, shut } from './shut.ts'

export const debrief: Topic = {
  commands: { débrief: ask },
  buttons: {
    'see-debrief': (call) => show(call, call.args['interview'] ?? ''),
    'see-matrix': (call) => sendMatrix(call, call.args['interview'] ?? ''),
    'see-record': (call) => showRecord(call, call.args['interview'] ?? ''),
  },
  sayings: { 'debrief-thread': thread, debrief: opened, 'debrief-ready': ready },
}

const MOST_CHOICES = 8

/** Shows the only debrief there is, of the person named or of all; asks which between several. */
async function ask(call: About<CommandCall>): Promise<Answer> {
  const { desk, on, by, rest } = call
  const now = desk.clock.now()
  const named = rest === '' ? undefined : withName(await applicationsOf(desk, on, by), rest)
  const begun = Object.values(on.state.interviews).filter(
    (one) =>
      one.status === 'scheduled' &&
      !isBefore(now, slotOf(one).start) &&
      (!named || named.some(({ application }) => application.id === one.application)),
  )
  const [only, ...others] = begun
  if (!only && named?.length === 0) {
    return say(await explain(desk, on, { code: 'unknown-application' }, by))
  }
  if (!only) {
    const whom = named ? ` avec « ${rest} »` : ''
    return say(`Aucun entretien n’a encore eu lieu${whom}. Le débrief viendra après.`)
  }
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
    ...beside(on, interview, { withLevels, isOwner: on.state.owner === by }),
    ...(on.state.owner === by ? question(on, interview) : []),
  )
}

/** The same otherwise: the levels as a picture, and for the owner who read what. */
function beside(
  { id }: Case,
  { id: interview, filings }: Interview,
  { withLevels, isOwner }: { readonly withLevels: boolean; readonly isOwner: boolean },
): Block[] {
  const args = { [RECRUITMENT_ARG]: id, interview }
  const buttons: Button[] = [
    ...(withLevels && Object.keys(filings).length > 0
      ? [{ label: 'Les niveaux en image', action: 'see-matrix', args }]
      : []),
    ...(isOwner ? [{ label: 'Qui a lu quoi', action: 'see-record', args }] : []),
  ]
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }]
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
  const said = message(
    'Voici ce que chaque personne a vu et entendu. Les niveaux se lisent avec le bouton, en haut du fil.',
    ...blocks,
  )
  return { ...said, files: await heldFiles(desk, on, interview, CHANNEL) }
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
