/** The report of one scorer, as it goes on the applicant tracking system: evidence, never a level. */
import type { PersonId } from '../../process/events.ts'
import type { Interview } from '../../process/recruitment.ts'
import { slotOf } from '../../process/recruitment.ts'
import { FACTS } from '../../process/vocabulary.ts'
import { nameOf, read } from '../desk.ts'
import { calendarDate } from '../french/times.ts'
import { meetingName } from '../french/words.ts'
import { guideOf } from '../interviews/guide.ts'
import { FACT_NAMES } from '../notes/words.ts'
import { subjectsOf } from '../notes/subjects.ts'
import type { Case, Desk } from '../topic.ts'

export interface ReportText {
  readonly candidate: string
  /** The candidate's page. */
  readonly link?: string
  /** Lines of plain text, ready to be pasted. */
  readonly body: string
}

/** The last version that a scorer filed, for a reader whom the seal lets read it. */
export async function reportText(
  desk: Desk,
  on: Case,
  { interview, scorer }: { readonly interview: Interview; readonly scorer: PersonId },
  reader: PersonId,
): Promise<ReportText | undefined> {
  const application = on.state.applications[interview.application]
  const filing = interview.filings[scorer]?.at(-1)
  const texts = await read(desk, on, reader, [
    application?.candidate,
    filing?.evidence,
    on.state.title,
    on.state.product,
  ])
  const candidate = texts.get('candidate', application?.candidate)
  const evidence = texts.get('evidence', filing?.evidence)
  if (!candidate || !evidence) return undefined
  const subjects = await subjectsOf(desk, on, interview, reader)
  const asked = guideOf(desk, on, interview)
    .script.flatMap(({ questions }) => questions)
    .filter(({ id }) => evidence.questions.includes(id))
  const day = slotOf(interview).start.toZonedDateTimeISO(desk.defaultZone).toPlainDate()
  const title = [texts.get('title', on.state.title), texts.get('product', on.state.product)]
  const parts = [
    `${meetingName(interview)}, ${calendarDate(day.toString())}\n${title.filter(Boolean).join(', ')}\nPar ${await nameOf(desk, scorer)}`,
    ...subjects.flatMap(({ id, label }) => {
      const seen = evidence.criteria[id]
      return seen === undefined ? [] : [`${label}\n${seen}`]
    }),
    ...listed(
      'Côté pratique',
      FACTS.flatMap((fact) => {
        const said = evidence.facts?.[fact]
        return said === undefined ? [] : [`${FACT_NAMES[fact]} : ${said}`]
      }),
    ),
    ...(evidence.deciding === undefined
      ? []
      : [`Ce qui comptera dans son choix\n${evidence.deciding}`]),
    ...listed(
      'Questions posées',
      asked.map(({ title }) => title),
    ),
  ]
  return {
    candidate: candidate.name,
    ...(candidate.link !== undefined && { link: candidate.link }),
    body: parts.join('\n\n'),
  }
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}\n${lines.map((line) => `- ${line}`).join('\n')}`]
}
