/** What people write in a notes form. */
import type { Values } from '../../../src/chat/port.ts'

/** No two criteria get the same proof: the bot would say so. */
export const PROOFS = [
  'A raconté la fuite de données de mars et ce qui a changé depuis dans le code.',
  'A dessiné deux parcours au tableau, puis jeté le premier après trois tests.',
  'A cité le temps de réponse avant et après la reprise des requêtes lentes.',
  'A appelé une mairie pour comprendre pourquoi le formulaire restait vide.',
  'A montré comment une revue de code a évité une régression en production.',
  'A expliqué un désaccord sur la priorité, et comment il s’est réglé à deux.',
  'A décrit sa première semaine sur un service repris sans documentation.',
  'A raconté comment deux mairies pilotes ont changé sa feuille de route.',
  'A repris le fil d’un incident, minute par minute, avec ses propres erreurs.',
  'A comparé deux hébergements, coût et contraintes chiffrés sur un an.',
  'A lu à voix haute un retour d’usagère reçu la veille, et sa réponse.',
  'A expliqué pourquoi un test automatique a été supprimé, puis réécrit.',
]

/** That level, or sign, on everything, each with a proof of its own, after `beginning`. */
export function notesIn(fields: readonly string[], level: string, beginning = ''): Values {
  let proof = -1
  return Object.fromEntries(
    fields.flatMap((name): [string, string][] => {
      if (name.startsWith('level-') || name.startsWith('sign-')) return [[name, level]]
      if (name === 'recommendation') return [[name, 'continue']]
      if (!name.startsWith('evidence-')) return []
      proof += 1
      return [[name, `${beginning} ${PROOFS[proof % PROOFS.length] ?? ''}`.trim()]]
    }),
  )
}
