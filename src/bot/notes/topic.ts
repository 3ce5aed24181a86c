/** `/recrutement notes`: which notes, then the form. */
import type { Answer, Button } from '../../chat/port.ts'
import { missingScorers } from '../../process/gate.ts'
import { isBefore } from '../../process/instants.ts'
import { slotOf } from '../../process/recruitment.ts'
import type { Interview } from '../../process/recruitment.ts'
import { RECRUITMENT_ARG, say } from '../desk.ts'
import { viewOf } from '../interviews/view.ts'
import type { About, Call, CommandCall, Topic } from '../topic.ts'
import { askWaiver, remind, submitWaiver } from './chasing.ts'
import { fileDraft, submitNotes } from './filing.ts'
import { correctNotes, openNotes } from './opening.ts'
import { givePage } from './page.ts'
import { ended, late, ownerToldLate, reminded } from './reminders.ts'

export const notes: Topic = {
  commands: { notes: ask },
  buttons: {
    'file-notes': (call) => openNotes(call, call.args['interview'] ?? ''),
    'correct-notes': correctNotes,
    'ask-notes-page': givePage,
    'file-draft': fileDraft,
    remind,
    waive: askWaiver,
  },
  forms: { notes: submitNotes, waiver: submitWaiver },
  sayings: { ended, late, reminded, 'owner-told-late': ownerToldLate },
}

/** Opens the form at once when there is one thing to write; asks which between several. */
async function ask(call: About<CommandCall>): Promise<Answer> {
  const { desk, on, by } = call
  const now = desk.clock.now()
  const mine = Object.values(on.state.interviews).filter(
    (one) =>
      one.status === 'scheduled' &&
      one.participants[by] === 'scorer' &&
      !isBefore(now, slotOf(one).start),
  )
  const owed = mine.filter((one) => missingScorers(one).includes(by))
  const [only, ...others] = owed
  if (only && others.length === 0) return openNotes(call, only.id)
  const offered = owed.length > 0 ? owed : mine.slice(-MOST_CHOICES)
  if (offered.length === 0) {
    return say(
      on.state.members[by]?.role === 'observer'
        ? 'Tu assistes : pas de notes à déposer.'
        : 'Tu n’as pas de notes à déposer pour l’instant.',
    )
  }
  const headline =
    owed.length > 0
      ? `Tu dois des notes sur ${owed.length} entretiens. Lequel ?`
      : 'Tu es à jour. Tu peux compléter des notes déjà déposées.'
  return say(headline, { kind: 'buttons', buttons: await choices(call, offered) })
}

const MOST_CHOICES = 8

async function choices(
  { desk, on, by }: About<Call>,
  those: readonly Interview[],
): Promise<readonly Button[]> {
  return Promise.all(
    those.slice(0, MOST_CHOICES).map(async ({ id }): Promise<Button> => {
      const view = await viewOf(desk, on, id, by)
      return {
        label: `${view?.candidate ?? ''} · ${view?.stage ?? ''}`,
        action: 'file-notes',
        args: { [RECRUITMENT_ARG]: on.id, interview: id },
      }
    }),
  )
}
