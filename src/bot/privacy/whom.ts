/** Whose data: the person named after the command, or one to choose. */
import type { Field } from '../../chat/port.ts'
import { almostNamed, applicationsOf, withName } from '../candidates/found.ts'
import type { Found } from '../candidates/found.ts'
import type { About, Call } from '../topic.ts'

export type Whom =
  | { readonly only: Found }
  /** Several of that name, those whose name is close, or everyone when nothing was typed. */
  | { readonly several: readonly Found[]; readonly said?: string }
  | { readonly nobody: true }

export async function whom({ desk, on, by }: About<Call>, name: string): Promise<Whom> {
  const all = await applicationsOf(desk, on, by)
  if (all.length === 0) return { nobody: true }
  if (name === '') return { several: all }
  const [only, ...others] = withName(all, name)
  if (only && others.length === 0) return { only }
  if (only) return { several: [only, ...others], said: 'Plusieurs personnes portent ce nom.' }
  const close = almostNamed(all, name)
  return {
    several: close.length > 0 ? close : all,
    said: `Je ne trouve pas « ${name} ».`,
  }
}

export function whomField(several: readonly Found[]): Field {
  return {
    kind: 'choice',
    name: 'application',
    label: 'Qui',
    options: several.map(({ application, candidate }) => ({
      value: application.id,
      label: candidate.name,
    })),
  }
}
