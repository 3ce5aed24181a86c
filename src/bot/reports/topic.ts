/** The reports of opened debriefs, on their way to the applicant tracking system. */
import type { Answer } from '../../chat/port.ts'
import { link, text } from '../../chat/text.ts'
import { handReportOver, logReport } from '../../process/decide/reports.ts'
import { keeperOf } from '../../process/reports.ts'
import { change, message, nameOf, outcome, say } from '../desk.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, Topic } from '../topic.ts'
import { pasteBlocks, report, reportButtons, reportHanded, reportLate } from './sayings.ts'
import { reportText } from './text.ts'

export const reports: Topic = {
  buttons: { 'report-logged': logged, 'report-no-access': handOver, 'see-report': see },
  sayings: { report, 'report-handed': reportHanded, 'report-late': reportLate },
}

const about = ({ args }: ButtonCall) => ({
  interview: args['interview'] ?? '',
  scorer: args['scorer'] ?? '',
})

async function logged(call: About<ButtonCall>): Promise<Answer> {
  const changed = await change(call, (state, actor) => logReport(state, about(call), actor))
  return outcome(call, changed, () => message('✅ C’est noté. Merci, le dossier est complet.'))
}

async function handOver(call: About<ButtonCall>): Promise<Answer> {
  const changed = await change(call, (state, actor) => handReportOver(state, about(call), actor))
  return outcome(call, changed, async ({ state }) =>
    message(`C’est noté : ${await nameOf(call.desk, state.owner)} reçoit le texte et l’ajoutera.`),
  )
}

/** Only whoever has to paste it is shown the text. */
async function see(call: About<ButtonCall>): Promise<Answer> {
  const { desk, on, by } = call
  const { interview: id, scorer } = about(call)
  const interview = on.state.interviews[id]
  const isKeeper = interview && (scorer === by || keeperOf(on.state, interview, scorer) === by)
  const content = isKeeper ? await reportText(desk, on, { interview, scorer }, by) : undefined
  if (!interview?.openedAt || !content) {
    return say(await explain(desk, on, { code: isKeeper ? 'no-report' : 'not-your-report' }, by))
  }
  return say(
    content.link === undefined
      ? text`Compte rendu sur ${content.candidate}`
      : text`Compte rendu sur ${content.candidate}, à coller sur ${link(content.link, 'sa page')}`,
    ...pasteBlocks(content),
    reportButtons(on, { interview: id, scorer }, scorer === by),
  )
}
