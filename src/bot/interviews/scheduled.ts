/** What whoever planned an interview reads, with what is left to do. */
import type { Button, Message } from '../../chat/port.ts'
import { code, text } from '../../chat/text.ts'
import type { InterviewId } from '../../process/events.ts'
import { RECRUITMENT_ARG, message, namesOf, read } from '../desk.ts'
import { enumerate } from '../french/words.ts'
import type { Call, Case } from '../topic.ts'
import { viewOf } from './view.ts'
import type { InterviewView } from './view.ts'

export async function scheduled(
  { desk, by }: Call,
  on: Case,
  id: InterviewId,
  wasInformed: boolean,
): Promise<Message> {
  const view = await viewOf(desk, on, id, by)
  if (!view) return message('🗓 C’est prévu.')
  const { interview, stage, candidate, when } = view
  const people = enumerate(await namesOf(desk, Object.keys(interview.participants)))
  return message(
    text`🗓 C’est prévu : ${stage} avec ${candidate}, ${when}.`,
    {
      kind: 'text',
      text: text`L’invitation part à ${people}. La fiche suit la veille, ou tout de suite si c’est plus proche. ${await whomToCall(desk, on, view, by)} Pour changer : ${code('/recrutement déplacer')}.`,
    },
    { kind: 'buttons', buttons: nextSteps(on, view, wasInformed) },
  )
}

/** The bot writes to the team only. */
async function whomToCall(
  desk: Call['desk'],
  on: Case,
  { interview, candidate }: InterviewView,
  by: string,
): Promise<string> {
  if (interview.stage !== 'references') return `À toi d’inviter ${candidate}.`
  const { referee } = interview
  const known = (await read(desk, on, by, [referee])).get('referee', referee)
  return known
    ? `À toi de convenir de l’heure avec ${known.name}.`
    : 'À toi de dire à l’équipe qui appeler.'
}

function nextSteps(on: Case, { interview }: InterviewView, wasInformed: boolean): Button[] {
  const { application, stage, id } = interview
  const args = { [RECRUITMENT_ARG]: on.id, application }
  const isCandidates = stage !== 'references'
  return [
    ...(isCandidates
      ? [
          {
            label: 'Message de préparation',
            action: 'prepare-candidate',
            args,
            style: 'primary' as const,
          },
        ]
      : []),
    ...(wasInformed ? [] : [{ label: 'Message d’information', action: 'inform-candidate', args }]),
    {
      label: 'Changer les personnes',
      action: 'staff-interview',
      args: { [RECRUITMENT_ARG]: on.id, interview: id },
    },
  ]
}
