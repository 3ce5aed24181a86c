/** An interview of Camille, on Wednesday from 10 to 11 in Paris, and what people can do about it. */
import type { Answer } from '../../../src/chat/port.ts'
import { emptyDatabase } from '../support/opened.ts'
import { mission } from '../support/mission.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer, readableMessage } from '../support/readable.ts'

export async function met() {
  const office = await mission(await emptyDatabase())
  await office.add({ name: 'Camille Durand' })
  const interview = await office.plan('Camille Durand', 'interview', 'mercredi 10h')
  const about = { r: office.recruitment, interview }
  await office.moveTo('2026-03-04T10:05:00Z')
  return {
    ...office,
    interview,
    about,
    /** The thread in the channel, as it reads now. */
    thread() {
      const found = office.chat.posts.find(({ entry }) => entry.startsWith('debrief/'))
      return found ? readableMessage(found.versions.at(-1) ?? { headline: [] }) : ''
    },
    async read(person: string) {
      return readableAnswer(await office.press(person, 'see-debrief', about))
    },
    async amend(person: string, level: string, evidence: string) {
      const form = formOf(await office.press(person, 'file-notes', about))
      const field = form.fields.find(({ name }) => name.startsWith('level-'))?.name ?? ''
      const values = { [field]: level, [field.replace('level-', 'evidence-')]: evidence }
      return office.send(person, form, values)
    },
  }
}

/** Metier gave 3, equipe1 gave 0, and the debrief is open. */
export async function opened() {
  const office = await met()
  await office.file('metier', office.interview, '3', 'A raconté la fuite de mars')
  await office.moveTo('2026-03-04T10:30:00Z')
  await office.file('equipe1', office.interview, '0', 'N’a pas su dire ce qui a cassé')
  await office.moveTo('2026-03-04T13:00:00Z')
  return office
}

export function filesOf(answer: Answer) {
  if (answer.kind !== 'private') throw new Error(`answered ${answer.kind}`)
  return answer.message.files ?? []
}
