// @ts-check
/** @import { App } from '../types.d.ts' */
import { moveTo, sandboxNow } from '../chat/clock.js'
import { workingDaysAfter } from '../ui/time.js'
import { createHands } from './hands.js'

const PLACE = 'https://visio.exemple.gouv.fr/selection'
const CANDIDATES = [
  'Ana Belin ; ana.belin@exemple.fr',
  'Bao Tran ; bao.tran@exemple.fr',
  'Cléo Marchand ; cleo.marchand@exemple.fr',
]

/** No two criteria get the same proof: the bot would say so. */
const PROOFS = [
  'A raconté la fuite de données de mars, et ce qui a changé depuis dans le code.',
  'A dessiné deux parcours au tableau, puis jeté le premier après trois tests.',
  'A cité le temps de réponse avant et après la reprise des requêtes lentes.',
  'A appelé une mairie pour comprendre pourquoi le formulaire restait vide.',
  'A montré comment une revue de code a évité une régression en production.',
  'A expliqué un désaccord sur la priorité, et comment il s’est réglé à deux.',
]

/**
 * A mission in progress, played by the people of the sandbox: one candidate goes on to the last stage, a
 * second one waits for the notes of one person, a third one has withdrawn.
 * @param {App} app
 * @param {(step: string) => void} tell What is being done, in a few words.
 * @returns {Promise<string>} The channel of the recruitment.
 */
export async function playExample(app, tell) {
  const hands = createHands(app)
  const square = (await hands.channel('intra', 'town-square')).id
  const [first, second, third] = workingDaysAfter(sandboxNow(app), 3)
  if (!first || !second || !third) return ''

  tell('Inès ouvre une sélection et la cadre…')
  await hands.command('intra', square, '/recrutement nouveau')
  await hands.fill('intra', {
    title: 'Développeuse ou développeur fullstack',
    product: 'Mes Démarches',
    incubator: 'Fabrique numérique',
    craft: 'developer',
    contract: 'contractor',
  })
  const channel = (await hands.channel('intra', 'recrutement-')).id
  await hands.sees('intra', channel, 'Sélection ouverte')
  await hands.command('intra', channel, '/recrutement cadrage')
  await hands.press('intra', channel, 'Reprendre le cadrage proposé')
  await hands.command('intra', channel, '/recrutement cadrage')
  await hands.press('intra', channel, 'Clore le cadrage')

  tell('Elle nomme l’équipe et ajoute trois candidatures…')
  for (const [person, role] of /** @type {const} */ ([
    ['metier', 'scorer'],
    ['equipe1', 'scorer'],
    ['equipe2', 'observer'],
  ])) {
    await hands.command('intra', channel, '/recrutement équipe')
    await hands.press('intra', channel, 'Nommer quelqu’un')
    const stages = ['prequalification', 'interview', 'collaboration']
    await hands.fill('intra', {
      person: app.sessions.get(person)?.me.id ?? '',
      role,
      expert: person === 'metier',
      ...Object.fromEntries(stages.map((stage) => [`stages__${stage}`, true])),
    })
  }
  await hands.command('intra', channel, '/recrutement candidat')
  await hands.press('intra', channel, 'Coller une liste')
  await hands.fill('intra', { list: CANDIDATES.join('\n') })
  await hands.press('intra', channel, 'Ajouter ces 3 personnes')

  tell('Deux entretiens sont planifiés, puis ont lieu…')
  const plan = async (
    /** @type {string} */ who,
    /** @type {string} */ stage,
    /** @type {string} */ when,
  ) => {
    await hands.command('intra', channel, `/recrutement planifier ${who}`)
    await hands.fill('intra', { stage, when, place: PLACE, informed: true })
  }
  await plan('Ana', 'prequalification', `${first.typed} à 10h`)
  await plan('Bao', 'prequalification', `${first.typed} à 11h`)
  await moveTo(app, first.at(11, 35))

  tell('Chaque personne écrit ses notes, sauf une…')
  await write(hands, 'metier', channel, 'Ana Belin · Préqualification', ['3', '2', '3', '2'])
  await write(hands, 'metier', channel, undefined, ['2', '1', '2', '3'])
  await write(hands, 'equipe1', channel, 'Ana Belin · Préqualification', ['3', '1', '2', '2'])

  tell('Une personne se retire, une autre passe à la suite…')
  await hands.command('intra', channel, '/recrutement candidat Cléo')
  await hands.press('intra', channel, 'La personne se retire')
  await hands.fill('intra', { reason: 'A accepté une autre mission' })
  await moveTo(app, second.at(9, 30))
  await hands.sees('intra', channel, 'Débrief ouvert : Préqualification, Ana Belin')
  await hands.command('intra', channel, '/recrutement décision Ana')
  await hands.press('intra', channel, 'Poursuivre')
  await hands.fill('intra', { stage: 'collaboration' })
  await plan('Ana', 'collaboration', `${third.typed} à 14h`)
  return channel
}

/**
 * Files notes on the meeting of that button, or on the only one that is left.
 * @param {ReturnType<typeof createHands>} hands
 * @param {string} person
 * @param {string} channel
 * @param {string | undefined} about
 * @param {readonly string[]} levels One a criterion, in the order of the form.
 */
async function write(hands, person, channel, about, levels) {
  await hands.command(person, channel, '/recrutement notes')
  if (about !== undefined) await hands.press(person, channel, about)
  let criterion = -1
  let proof = person === 'metier' ? 0 : 3
  await hands.fill(person, { recommendation: 'continue' }, ({ name }) => {
    if (name.startsWith('level-')) {
      criterion += 1
      return levels[criterion % levels.length]
    }
    if (!name.startsWith('evidence-')) return undefined
    proof += 1
    return PROOFS[proof % PROOFS.length]
  })
}
