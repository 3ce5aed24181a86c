/** When, where and how long: the fields shared by planning and moving, and what they bring back. */
import { Temporal } from 'temporal-polyfill'
import type { Field, Values } from '../../chat/port.ts'
import type { FieldsOfRefusals } from '../desk.ts'
import { SHORT, ticked, typed } from '../fields.ts'
import { readMoment } from '../french/dates.ts'
import type { TypedDate } from '../french/dates.ts'

export const WHEN: Field = {
  kind: 'text',
  name: 'when',
  label: 'Quand',
  help: 'Le jour et l’heure, comme tu les dirais : « mardi 14 h », « le 3 à 10 h 30 ».',
  maxLength: SHORT,
}

/** Links to video calls are long. */
export const PLACE_LENGTH = 500

export const MINUTES = (usual: number): Field => ({
  kind: 'text',
  name: 'minutes',
  label: 'Durée en minutes',
  help: `Laisse vide pour ${usual} minutes.`,
  optional: true,
  maxLength: 3,
})

export const NIGHT: Field = {
  kind: 'boolean',
  name: 'night',
  label: 'Heure tardive',
  help: 'À cocher seulement si l’entretien commence entre 22 h et 7 h.',
  optional: true,
}

/** Where a refused slot is shown. */
export const SLOT_FIELDS: FieldsOfRefusals = {
  'date-past': 'when',
  overlap: 'when',
  'date-at-night': 'night',
  'wrong-duration': 'minutes',
}

export interface TypedSlot {
  readonly start: Temporal.Instant
  readonly minutes?: number
  readonly place?: string
  readonly nightConfirmed: boolean
}

/** The slot that was typed, in that zone; or what is wrong, field by field. */
export function readSlot(
  values: Values,
  zone: string,
  now: Temporal.Instant,
): TypedSlot | { readonly fields: Readonly<Record<string, string>> } {
  const when = typed(values, 'when')
  const date = when === undefined ? undefined : readMoment(when, zone, now)
  const length = typed(values, 'minutes')
  const place = typed(values, 'place')?.replaceAll(/\s+/g, ' ')
  const fields = {
    ...(date === undefined && { when: `Écris le jour et l’heure. ${FOR_EXAMPLE}` }),
    ...(date && 'problem' in date && { when: whatIsWrong(date) }),
    ...(length !== undefined &&
      !/^\d+$/.test(length) && { minutes: 'Écris la durée en chiffres, par exemple 45.' }),
  }
  if (date === undefined || 'problem' in date || Object.keys(fields).length > 0) return { fields }
  return {
    start: date.at,
    nightConfirmed: ticked(values, 'night'),
    ...(length !== undefined && { minutes: Number(length) }),
    ...(place !== undefined && { place }),
  }
}

const FOR_EXAMPLE = 'Par exemple : « mardi 14 h ».'

function whatIsWrong(date: Extract<TypedDate, { problem: unknown }>): string {
  switch (date.problem) {
    case 'unreadable':
      return `Je n’ai pas compris cette date. Écris le jour et l’heure. ${FOR_EXAMPLE}`
    case 'no-day':
      return `Il manque le jour. ${FOR_EXAMPLE}`
    case 'no-hour':
      return `Il manque l’heure. ${FOR_EXAMPLE}`
    case 'too-far':
      return 'C’est dans plus d’un an. Vérifie la date.'
    case 'does-not-exist':
      return 'Cette heure n’existe pas ce jour-là, sans doute à cause du changement d’heure. Choisis-en une autre.'
    case 'wrong-weekday': {
      const day = Temporal.PlainDate.from(date.day)
      const weekday = day.toLocaleString('fr-FR', { weekday: 'long' })
      const written = day.toLocaleString('fr-FR', {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
      })
      return `Le ${written} est un ${weekday}. Vérifie le jour.`
    }
  }
}
