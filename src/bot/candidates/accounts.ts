/** People of the workspace who are also candidates, which must never mix (product.md section 2, step 1). */
import type { Person } from '../../chat/port.ts'
import type { PersonId } from '../../process/events.ts'
import { CHANNEL } from '../../process/gate.ts'
import { everyone } from '../../process/roles.ts'
import type { Case, Desk } from '../topic.ts'
import { applicationsOf, nameKey } from './found.ts'

/** How surely an account is a candidate's: an address is one person's, a name may be two people's. */
export type Likeness = 'same-address' | 'same-name'

/**
 * Whether this account is that of a candidate, whatever became of the application. It must then neither
 * be named in the team nor enter the channel; a name alone may be a namesake's, so ask first.
 */
export async function isCandidate(
  desk: Desk,
  on: Case,
  id: PersonId,
): Promise<Likeness | undefined> {
  const found = await applicationsOf(desk, on, CHANNEL)
  const person = await desk.person(id)
  const addresses = found.flatMap(({ candidate }) => candidate.email ?? [])
  if (await holdsOne(desk, person, addresses)) return 'same-address'
  const isNamesake = found.some(({ candidate }) => sameName(candidate.name, person.name))
  return isNamesake ? 'same-name' : undefined
}

/** Some workspaces keep addresses from bots, yet tell whose a given one is. */
async function holdsOne(
  desk: Desk,
  { id, email }: Person,
  addresses: readonly string[],
): Promise<boolean> {
  if (email !== undefined) return addresses.some((one) => sameAddress(one, email))
  const holders = await Promise.all(addresses.map((one) => desk.personByEmail(one)))
  return holders.some((holder) => holder?.id === id)
}

function sameName(a: string, b: string): boolean {
  return nameKey(a) !== '' && nameKey(a) === nameKey(b)
}

export function sameAddress(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** The account that holds an address. */
export interface Holder {
  readonly name: string
  /** Of this recruitment's team, or only of the workspace. */
  readonly ofTeam: boolean
}

/** Who holds each of these addresses, in the order given; nothing for an address without account. */
export async function holdersOf(
  desk: Desk,
  on: Case,
  addresses: readonly (string | undefined)[],
): Promise<readonly (Holder | undefined)[]> {
  const team = await Promise.all(everyone(on.state).map((id) => desk.person(id)))
  return Promise.all(
    addresses.map(async (address) => {
      if (address === undefined) return undefined
      const known = team.find(({ email }) => email !== undefined && sameAddress(email, address))
      const holder = known ?? (await desk.personByEmail(address))
      if (!holder) return undefined
      const ofTeam = team.some(({ id }) => id === holder.id)
      return ofTeam || holder.active ? { name: holder.name, ofTeam } : undefined
    }),
  )
}
