import type { Field, Form } from '../../chat/port.ts'
import { CONTRACTS, CRAFTS } from '../../process/vocabulary.ts'
import type { Contract } from '../../process/vocabulary.ts'
import { LONGEST_LINK, SHORT, optionsOf } from '../fields.ts'
import { CONTRACT_WORDS, CRAFT_NAMES } from '../french/words.ts'

/** The form of `/recrutement nouveau`; `/selection nouveau` knows the contract already. */
export function openingForm(args: Readonly<Record<string, string>>, contract?: Contract): Form {
  return {
    form: 'open',
    title: contract === 'contractor' ? 'Nouvelle sélection' : 'Nouveau recrutement',
    intro: [
      'Pour un poste comme pour une mission : je crée un canal privé et je t’accompagne jusqu’à la décision. Tu nommeras l’équipe ensuite.',
    ],
    submit: 'Ouvrir',
    args,
    fields: [...need(contract), ...people, ...details],
  }
}

function need(contract: Contract | undefined): readonly Field[] {
  return [
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
      ...(contract && { value: contract }),
    },
  ]
}

const people: readonly Field[] = [
  {
    kind: 'boolean',
    name: 'first',
    label: 'Première fois',
    help: 'À cocher si tu n’as encore jamais mené de recrutement ni de sélection.',
    optional: true,
  },
  {
    kind: 'person',
    name: 'advisor',
    label: 'Référence métier',
    help: 'À choisir si c’est ta première fois : son avis est demandé avant de clore le cadrage.',
    optional: true,
  },
]

const details: readonly Field[] = [
  {
    kind: 'text',
    name: 'offer',
    label: 'Lien de l’offre',
    help: 'Sur Welcome to the Jungle ou, pour un poste, Choisir le service public.',
    placeholder: 'https://…',
    optional: true,
    maxLength: LONGEST_LINK,
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
]
