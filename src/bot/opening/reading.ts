/** What the form of an opening brought back. */
import type { Temporal } from 'temporal-polyfill'
import type { Values } from '../../chat/port.ts'
import type { Opening } from '../../process/decide/opening.ts'
import { CONTRACTS, CRAFTS } from '../../process/vocabulary.ts'
import type { NewText } from '../../store/texts.ts'
import { LONGEST_LINK, SHORT, oneOf, personIn, ticked, typed } from '../fields.ts'
import { readDay } from '../french/dates.ts'
import { piecesOf } from '../pasting/contacts.ts'

type TextField = 'title' | 'product' | 'incubator' | 'offer' | 'prime-contractor'
type Problems = Readonly<Record<string, string>>

interface Context {
  readonly team: string
  readonly zone: string
  readonly now: Temporal.Instant
  readonly newId: (what: string) => string
}

/** What the form asks for, with the texts to keep; or what is wrong, field by field. */
export function readOpening(
  values: Values,
  { team, zone, now, newId }: Context,
):
  | { readonly opening: Opening; readonly texts: readonly NewText[] }
  | { readonly fields: Problems } {
  const craft = oneOf(values, 'craft', CRAFTS)
  const contract = oneOf(values, 'contract', CONTRACTS)
  const title = typed(values, 'title')
  const product = typed(values, 'product')
  const contractor = typed(values, 'primeContractor')
  const { offer, problem: wrongOffer } = readOffer(typed(values, 'offer'))
  const { date, problem: wrongDate } = readDate(typed(values, 'decisionDate'), zone, now)
  const fields: Problems = {
    ...(!isWritten(title) && { title: 'Donne un intitulé.' }),
    ...(!isWritten(product) && { product: 'Indique le produit.' }),
    ...(!craft && { craft: 'Choisis un métier.' }),
    ...(!contract && { contract: 'Choisis un type de contrat.' }),
    ...tooLong(values),
    ...(wrongOffer !== undefined && { offer: wrongOffer }),
    ...(wrongDate !== undefined && { decisionDate: wrongDate }),
    ...(contract === 'agent' &&
      contractor && {
        primeContractor:
          'Un poste n’a pas de titulaire : vide ce champ, ou choisis « Prestation ».',
      }),
  }
  if (!craft || !contract || !title || !product || Object.keys(fields).length > 0) {
    return { fields }
  }
  const kept = (kind: TextField, body: string | undefined): NewText[] =>
    body === undefined ? [] : [{ id: newId(kind), kind, body }]
  const incubator = kept('incubator', typed(values, 'incubator'))
  const offers = kept('offer', offer)
  const contractors = kept('prime-contractor', contractor)
  const advisor = personIn(values, 'advisor')
  return {
    opening: {
      team,
      craft,
      contract,
      title: newId('title'),
      product: newId('product'),
      firstRecruitment: ticked(values, 'first'),
      ...(advisor !== undefined && { advisor }),
      ...(date !== undefined && { decisionDate: date }),
      ...(incubator[0] && { incubator: incubator[0].id }),
      ...(offers[0] && { offer: offers[0].id }),
      ...(contractors[0] && { primeContractor: contractors[0].id }),
    },
    texts: [
      ...kept('title', title),
      ...kept('product', product),
      ...incubator,
      ...offers,
      ...contractors,
    ],
  }
}

/** Signs alone, or invisible ones, name nothing. */
function isWritten(value: string | undefined): boolean {
  return value !== undefined && /[\p{L}\p{N}]/u.test(value)
}

const SHORT_FIELDS = ['title', 'product', 'incubator', 'primeContractor'] as const

function tooLong(values: Values): Problems {
  return Object.fromEntries(
    SHORT_FIELDS.filter((name) => (typed(values, name)?.length ?? 0) > SHORT).map((name) => [
      name,
      `Raccourcis : ${SHORT} caractères au plus.`,
    ]),
  )
}

/** In full: « www.… » gets its `https://`. */
function readOffer(value: string | undefined): { offer?: string; problem?: string } {
  if (value === undefined) return {}
  if (value.length > LONGEST_LINK) {
    return { problem: `Colle une adresse plus courte : ${LONGEST_LINK} caractères au plus.` }
  }
  const [only, ...others] = piecesOf(value)
  return only?.kind === 'link' && others.length === 0
    ? { offer: only.value }
    : { problem: 'Colle l’adresse complète, qui commence par https://' }
}

function readDate(
  value: string | undefined,
  zone: string,
  now: Temporal.Instant,
): { date?: string; problem?: string } {
  if (value === undefined) return {}
  const date = readDay(value, zone, now)
  if (date === undefined) {
    return { problem: 'Je n’ai pas compris cette date. Écris par exemple « 15 janvier ».' }
  }
  return date < now.toZonedDateTimeISO(zone).toPlainDate().toString()
    ? { problem: 'Cette date est passée. Choisis un jour à venir.' }
    : { date }
}
