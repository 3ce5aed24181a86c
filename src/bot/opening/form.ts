import type { Form, Values } from '../../chat/port.ts'
import type { Opening } from '../../process/decide/opening.ts'
import { CONTRACTS, CRAFTS } from '../../process/vocabulary.ts'
import type { NewText } from '../../store/texts.ts'
import { SHORT, oneOf, optionsOf, personIn, ticked, typed, webLink } from '../fields.ts'
import { readDay } from '../french/dates.ts'
import { CONTRACT_WORDS, CRAFT_NAMES } from '../french/words.ts'

/** The form of `/recrutement nouveau`. */
export function openingForm(args: Readonly<Record<string, string>>): Form {
  return {
    form: 'open',
    title: 'Nouveau recrutement',
    intro: [
      'Je crée un canal privé et je t’accompagne jusqu’à la décision. Tu nommeras l’équipe ensuite.',
    ],
    submit: 'Ouvrir',
    args,
    fields: [
      {
        kind: 'text',
        name: 'title',
        label: 'Intitulé',
        placeholder: 'Développeuse ou développeur fullstack',
        maxLength: SHORT,
      },
      {
        kind: 'text',
        name: 'product',
        label: 'Produit',
        placeholder: 'Le service sur lequel la personne interviendra',
        maxLength: SHORT,
      },
      { kind: 'text', name: 'incubator', label: 'Incubateur', optional: true, maxLength: SHORT },
      { kind: 'choice', name: 'craft', label: 'Métier', options: optionsOf(CRAFTS, CRAFT_NAMES) },
      {
        kind: 'choice',
        name: 'contract',
        label: 'Contrat',
        options: CONTRACTS.map((value) => ({ value, label: CONTRACT_WORDS[value].name })),
      },
      {
        kind: 'boolean',
        name: 'first',
        label: 'Première fois',
        help: 'C’est ton premier recrutement : une personne référente sera consultée sur le cadrage.',
        optional: true,
      },
      {
        kind: 'person',
        name: 'advisor',
        label: 'Référence métier',
        help: 'À choisir pour un premier recrutement : son avis est demandé avant de clore le cadrage.',
        optional: true,
      },
      {
        kind: 'text',
        name: 'offer',
        label: 'Lien de l’offre',
        placeholder: 'https://…',
        optional: true,
        maxLength: SHORT,
      },
      {
        kind: 'text',
        name: 'primeContractor',
        label: 'Titulaire du marché',
        help: 'Pour une mission en prestation.',
        optional: true,
        maxLength: SHORT,
      },
      {
        kind: 'text',
        name: 'decisionDate',
        label: 'Décision visée le',
        placeholder: '15 janvier',
        optional: true,
        maxLength: SHORT,
      },
    ],
  }
}

type TextField = 'title' | 'product' | 'incubator' | 'offer' | 'prime-contractor'

/** What the form asks for, with the texts to keep; or what is wrong, field by field. */
export function readOpening(
  values: Values,
  context: {
    readonly team: string
    readonly zone: string
    readonly now: Parameters<typeof readDay>[2]
    readonly newId: (what: string) => string
  },
):
  | { readonly opening: Opening; readonly texts: readonly NewText[] }
  | { readonly fields: Readonly<Record<string, string>> } {
  const craft = oneOf(values, 'craft', CRAFTS)
  const contract = oneOf(values, 'contract', CONTRACTS)
  const title = typed(values, 'title')
  const product = typed(values, 'product')
  const offer = typed(values, 'offer')
  const day = typed(values, 'decisionDate')
  const decisionDate = day && readDay(day, context.zone, context.now)
  const fields: Record<string, string> = {
    ...(!title && { title: 'Donne un intitulé.' }),
    ...(!product && { product: 'Indique le produit.' }),
    ...(!craft && { craft: 'Choisis un métier.' }),
    ...(!contract && { contract: 'Choisis un type de contrat.' }),
    ...(offer &&
      !webLink(offer) && { offer: 'Colle l’adresse complète, qui commence par https://' }),
    ...(day &&
      !decisionDate && {
        decisionDate: 'Je n’ai pas compris cette date. Écris par exemple « 15 janvier ».',
      }),
  }
  if (!craft || !contract || !title || !product || Object.keys(fields).length > 0) {
    return { fields }
  }
  const kept = (kind: TextField, body: string | undefined): NewText[] =>
    body === undefined ? [] : [{ id: context.newId(kind), kind, body }]
  const incubator = kept('incubator', typed(values, 'incubator'))
  const offers = kept('offer', offer)
  const contractors = kept('prime-contractor', typed(values, 'primeContractor'))
  const advisor = personIn(values, 'advisor')
  return {
    opening: {
      team: context.team,
      craft,
      contract,
      title: context.newId('title'),
      product: context.newId('product'),
      firstRecruitment: ticked(values, 'first'),
      ...(advisor !== undefined && { advisor }),
      ...(decisionDate && { decisionDate }),
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
