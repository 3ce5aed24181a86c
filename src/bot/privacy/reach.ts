/** Where somebody who is erased may still be read of: said before, and again once it is done. */
import type { Block } from '../../chat/port.ts'

/** `isTracked`: something of the candidate is, or may be, on the applicant tracking system. */
export function beyondReach(isTracked: boolean): Block {
  return {
    kind: 'bullets',
    items: [
      ...(isTracked ? [['Sa fiche sur Welcome to the Jungle : supprime-la là-bas.']] : []),
      ['Ce que vous avez écrit vous-mêmes, et ce que la messagerie garde des messages supprimés.'],
      ['Ce qui cite la personne dans une autre candidature ou dans un autre recrutement.'],
      ['Les fichiers déjà exportés, et les sauvegardes jusqu’à leur renouvellement.'],
    ],
  }
}
