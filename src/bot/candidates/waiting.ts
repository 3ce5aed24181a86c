/** Candidates who have yet to hear something from the owner. */
import { activeApplications } from '../../process/progress.ts'
import type { Application } from '../../process/recruitment.ts'
import type { Case } from '../topic.ts'

/** In the running without knowing how they are assessed. */
export function uninformed({ state }: Case): readonly Application[] {
  return state.closedAt ? [] : activeApplications(state).filter(({ informedAt }) => !informedAt)
}

/** Stopped or chosen without knowing it; whoever withdrew awaits nothing. */
export function unanswered({ state }: Case): readonly Application[] {
  return Object.values(state.applications).filter(
    ({ status, answeredAt }) => (status === 'stopped' || status === 'chosen') && !answeredAt,
  )
}

/** As many people as one message is written for: their ids go in its buttons. */
export const BATCH = 20
const SEPARATOR = ','

/** Ids in one argument of a button, and back; those of other recruitments are left out. */
export function joinIds(applications: readonly Pick<Application, 'id'>[]): string {
  return applications.map(({ id }) => id).join(SEPARATOR)
}
export function applicationsIn({ state }: Case, joined = ''): readonly Application[] {
  return joined.split(SEPARATOR).flatMap((id) => state.applications[id] ?? [])
}
