import { describe, expect, test } from 'vitest'
import type { Values } from '../../../src/chat/port.ts'
import { shownIn } from '../support/mission.ts'
import { OPENING, emptyOffice, goingOn, opened } from '../support/opened.ts'
import type { Opened } from '../support/opened.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer, readableForm } from '../support/readable.ts'

async function opening() {
  const office = await emptyOffice()
  const form = formOf(await office.command('intra', 'nouveau'))
  const send = async (values: Values) =>
    readableAnswer(await office.fill('intra', form, { ...OPENING, ...values }))
  return { office, form, send }
}

describe('the form of an opening', () => {
  test('suits a post as well as a mission', async () => {
    const { form } = await opening()
    expect(readableForm(form)).toContain(
      '│ Pour un poste comme pour une mission : je crée un canal privé et je t’accompagne jusqu’à la décision. Tu nommeras l’équipe ensuite.',
    )
    expect(readableForm(form)).toContain('│ Contrat {Agent public (poste) | Prestation (mission)}')
  })

  test('knows that `/selection` is for a mission', async () => {
    const office = await emptyOffice()
    const form = formOf(await office.command('intra', 'nouveau', 'town-square', 'selection'))
    expect(form.title).toBe('Nouvelle sélection')
    expect(shownIn(form)).toMatchObject({ contract: 'contractor' })
  })
})

describe('an opening', () => {
  test('is confirmed in the words of the contract, with the next step', async () => {
    const post = await opening()
    expect(await post.send({})).toBe(
      [
        '✅ Le recrutement est ouvert. Son canal privé t’attend dans ta liste.',
        'Prochaine étape, dans ce canal : /recrutement cadrage, pour fixer ce que les entretiens vérifieront.',
      ].join('\n'),
    )
    const selection = await opening()
    expect(await selection.send({ contract: 'contractor' })).toMatch(
      /^✅ La sélection est ouverte\./,
    )
  })

  test('sent twice is one channel', async () => {
    const { office, form } = await opening()
    const send = office.sender('intra', form)
    const first = readableAnswer(await send(OPENING))
    expect(readableAnswer(await send(OPENING))).toBe(first)
    expect(office.chat.channels).toHaveLength(1)
  })

  test.each([
    [{ title: '' }, 'title : Donne un intitulé.'],
    [{ title: '\u200b 🙂' }, 'title : Donne un intitulé.'],
    [{ title: 'a'.repeat(300) }, 'title : Raccourcis : 120 caractères au plus.'],
    [{ product: 'a'.repeat(300) }, 'product : Raccourcis : 120 caractères au plus.'],
    [{ craft: '' }, 'craft : Choisis un métier.'],
    [{ contract: '' }, 'contract : Choisis un type de contrat.'],
    [{ offer: 'voir le site' }, 'offer : Colle l’adresse complète, qui commence par https://'],
    [{ offer: 'javascript:alert(1)' }, 'offer : Colle l’adresse complète'],
    [{ offer: `https://exemple.fr/${'a'.repeat(500)}` }, 'offer : Colle une adresse plus courte'],
    [{ decisionDate: 'hier' }, 'decisionDate : Cette date est passée. Choisis un jour à venir.'],
    [{ decisionDate: '15 janvier 2026' }, 'decisionDate : Cette date est passée.'],
    [{ decisionDate: '31 février' }, 'decisionDate : Je n’ai pas compris cette date.'],
    [{ decisionDate: 'bientôt' }, 'decisionDate : Je n’ai pas compris cette date.'],
    [{ primeContractor: 'Atelier Nord' }, 'primeContractor : Un poste n’a pas de titulaire'],
    [{ first: true }, 'advisor : Pour un premier recrutement, choisis la personne référente'],
    [{ advisor: 'intra' }, 'advisor : La personne référente doit être quelqu’un d’autre que toi.'],
    [{ advisor: 'parti' }, 'advisor : Ce compte n’est plus actif.'],
    [{ advisor: 'robot' }, 'advisor : C’est le compte d’un robot.'],
  ])('with %o is refused on its field, and opens nothing', async (values, sentence) => {
    const { office, send } = await opening()
    goingOn(office).alter('parti', { active: false })
    goingOn(office).alter('robot', { isBot: true })
    expect(await send(values)).toContain(sentence)
    expect(office.chat.channels).toEqual([])
  })

  test('of a craft without advisors needs none, even the first time', async () => {
    const { send } = await opening()
    expect(await send({ first: true, craft: 'other' })).toContain('✅ Le recrutement est ouvert.')
  })

  test.each([
    [
      'https://www.welcometothejungle.com/fr/jobs/dev',
      'https://www.welcometothejungle.com/fr/jobs/dev',
    ],
    [
      'www.choisirleservicepublic.gouv.fr/offre/42',
      'https://www.choisirleservicepublic.gouv.fr/offre/42',
    ],
  ])('takes %s for its offer, in full', async (offer, kept) => {
    expect((await opened({ offer })).said('welcome')).toContain(`Offre : ${kept} (${kept})`)
  })
})

const request = ({ chat }: Opened) => chat.channels[0]

describe('the channel', () => {
  test('of a post welcomes with what it is about, the next steps, and what the administration keeps', async () => {
    const office = await opened({
      first: true,
      advisor: 'referente',
      incubator: 'Incubateur des Territoires',
      decisionDate: '15 avril',
    })
    expect(request(office)).toMatchObject({
      title: 'Recrutement · Développement',
      purpose:
        'L’équipe y choisit quelqu’un pour un poste. Les débriefs s’y ouvrent quand tout le monde a déposé ses notes.',
    })
    expect(office.said('welcome')).toBe(
      [
        'Recrutement ouvert : Développement',
        'Produit : Mes Démarches, Incubateur des Territoires',
        'Métier : Développement',
        'Qui décide : intra',
        'Qui conseille : referente',
        'Décision visée : mercredi 15 avril 2026',
        '## Les prochaines étapes',
        '1. /recrutement cadrage : ce que les entretiens vérifieront',
        '2. /recrutement équipe : qui évalue, à quelle étape',
        '3. /recrutement candidat : les candidatures, une à une ou collées en liste',
        'Chaque débrief s’ouvre ici, quand toutes les notes de l’entretien sont déposées.',
        'La grille et le dossier de ton administration s’appliquent aussi : je ne les remplace pas.',
      ].join('\n'),
    )
  })

  test('of a mission names its holder and no administration', async () => {
    const office = await opened({ contract: 'contractor', primeContractor: 'Atelier Nord' })
    expect(request(office)).toMatchObject({
      title: 'Sélection · Développement',
      purpose: expect.stringContaining('quelqu’un pour une mission'),
    })
    const said = office.said('welcome')
    expect(said).toMatch(/^Sélection ouverte : Développement\n/)
    expect(said).toContain('Titulaire du marché : Atelier Nord')
    expect(said).not.toMatch(/administration|recruter|recruté/)
  })

  test('shows a title as it was typed, and cuts it between characters', async () => {
    const title = '`Dev` @all <!channel> | 🙂'
    const office = await opened({ title })
    expect(office.said('welcome')).toContain(`Recrutement ouvert : ${title}\n`)
    const long = await opened({ title: `D${'🙂'.repeat(59)}` })
    expect(request(long)?.title).toBe(`Recrutement · D${'🙂'.repeat(24)}`)
  })
})
