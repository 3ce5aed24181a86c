/** `/recrutement candidat`: everyone, where they are, and what can be done for several at once. */
import type { Answer, Block, Button, Message } from '../../chat/port.ts'
import { bold, code, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { activeApplications } from '../../process/progress.ts'
import type { Application } from '../../process/recruitment.ts'
import { RECRUITMENT_ARG, message } from '../desk.ts'
import { count } from '../french/words.ts'
import { progressWords } from '../status/progress.ts'
import type { About, Call, Case } from '../topic.ts'
import { buttonsBlock } from './blocks.ts'
import { applicationsOf } from './found.ts'
import { leads } from './leading.ts'
import { unanswered, uninformed } from './waiting.ts'

const PER_PAGE = 8

/** Those still in the running first. */
const ORDER: readonly Application['status'][] = ['chosen', 'active', 'stopped', 'withdrawn']

/** One page of the list, from 0; a page that is no longer there is the first. */
export async function list(call: About<Call>, page: number): Promise<Answer> {
  const { desk, on, by } = call
  const found = (await applicationsOf(desk, on, by)).toSorted(
    (a, b) => ORDER.indexOf(a.application.status) - ORDER.indexOf(b.application.status),
  )
  if (found.length === 0) return { kind: 'private', message: empty(call) }
  const from = page > 0 && page * PER_PAGE < found.length ? page * PER_PAGE : 0
  const shown = found.slice(from, from + PER_PAGE)
  const left = found.length - from - shown.length
  const items = await Promise.all(
    shown.map(async ({ application, candidate }): Promise<Text> => {
      const where = await progressWords(desk, on, application, by)
      return text`${bold(candidate.name)} : ${where}`
    }),
  )
  return {
    kind: 'private',
    message: message(
      headline(on, found.length),
      { kind: 'bullets', items },
      ...buttonsBlock(left > 0 ? [more(on, from / PER_PAGE + 1, left)] : []),
      ...(from === 0 ? [HINT, ...buttonsBlock(leads(call) ? actions(on) : [])] : []),
    ),
  }
}

function headline({ state }: Case, total: number): string {
  const running = activeApplications(state).length
  return running === total
    ? `${count(total, 'candidature')} en cours.`
    : `${count(total, 'candidature')}, dont ${running} en cours.`
}

const HINT: Block = {
  kind: 'text',
  text: text`Pour en voir une : ${code('/recrutement candidat')} suivi du nom.`,
}

function empty(call: About<Call>): Message {
  const mayAdd = leads(call) && !call.on.state.closedAt
  return message(
    mayAdd ? 'Aucune candidature pour l’instant. Ajoute la première.' : 'Aucune candidature.',
    ...buttonsBlock(mayAdd ? adding(call.on) : []),
  )
}

/** What a recruitment calls for now; once it is closed, only the answers. */
function actions(on: Case): readonly Button[] {
  const args = { [RECRUITMENT_ARG]: on.id }
  const stopped = unanswered(on).filter(({ status }) => status === 'stopped')
  return [
    ...(on.state.closedAt ? [] : adding(on)),
    ...(uninformed(on).length > 0
      ? [{ label: 'Message d’information', action: 'inform-candidates', args }]
      : []),
    ...(stopped.length > 0
      ? [{ label: 'Répondre aux personnes non retenues', action: 'answer-candidates', args }]
      : []),
  ]
}

function adding({ id }: Case): readonly Button[] {
  const args = { [RECRUITMENT_ARG]: id }
  return [
    { label: 'Ajouter quelqu’un', action: 'add-candidate', args, style: 'primary' },
    { label: 'Coller une liste', action: 'paste-candidates', args },
  ]
}

function more({ id }: Case, page: number, left: number): Button {
  return {
    label: `Suite (${left})`,
    action: 'more-candidates',
    args: { [RECRUITMENT_ARG]: id, page: String(page) },
  }
}
