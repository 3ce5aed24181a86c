/** French sentences that this adapter alone says. */
export const ANSWERED_ELSEWHERE =
  'Je t’ai répondu dans la conversation. Tu peux fermer cette fenêtre.'
export const FORM_ON_PAGE = 'Ce formulaire est long : il s’ouvre sur une page rien que pour toi.'
export const OPEN_PAGE = 'Ouvrir la page'
export const DONE = 'C’est fait'
export const STILL_FILING = 'J’enregistre ta saisie. Tu peux attendre ici ou fermer cette fenêtre.'
export const FILED = 'C’est enregistré. Tu peux fermer cette fenêtre.'
export const HOME_FAILED =
  'Je n’arrive pas à lire tes tâches. Reviens sur cet onglet dans une minute.'
export const HOME_HAS_MORE = 'Pour voir la suite, tape /recrutement statut dans un message.'
