/** `/recrutement aide`: everything, in one screen. */
import { code, text } from '../chat/text.ts'
import { say } from './desk.ts'
import type { Topic } from './topic.ts'

/** Grouped by what one wants to do; each line can be pasted. */
const GROUPS: readonly { title: string; lines: readonly (readonly [string, string])[] }[] = [
  {
    title: 'Ouvrir',
    lines: [
      ['nouveau', 'ouvrir un recrutement ou une sélection'],
      ['cadrage', 'voir, changer, clore le cadrage'],
      ['équipe', 'qui évalue, qui assiste, qui décide'],
      ['réglages', 'étapes, délais, durée de conservation'],
    ],
  },
  {
    title: 'Préparer',
    lines: [
      ['candidat', 'ajouter, voir, informer, répondre'],
      ['planifier', 'prévoir un entretien'],
      ['déplacer', 'changer la date d’un entretien'],
      ['annuler', 'annuler un entretien'],
      ['guide', 'relire la trame d’une étape'],
    ],
  },
  {
    title: 'Évaluer',
    lines: [
      ['notes', 'déposer ou compléter mes notes'],
      ['débrief', 'qui est attendu, puis lire le débrief'],
    ],
  },
  {
    title: 'Décider',
    lines: [
      ['comparer', 'les candidatures, critère par critère'],
      ['décision', 'poursuivre, arrêter, retenir'],
      ['clore', 'finir, ou reprendre le cadrage'],
    ],
  },
  {
    title: 'Suivre',
    lines: [
      ['statut', 'où en est chaque candidature'],
      ['tâches', 'ce qui m’attend'],
    ],
  },
  {
    title: 'Protéger les données',
    lines: [
      ['exporter', 'tout ce qui est gardé sur une candidature'],
      ['effacer', 'effacer une candidature pour de bon'],
    ],
  },
]

export const help: Topic = {
  freeCommands: {
    aide: async () =>
      say(
        'Voici ce que je sais faire. Copie une ligne pour commencer.',
        ...GROUPS.map(({ title, lines }) => ({
          kind: 'section' as const,
          title,
          text: lines.flatMap(([word, what], i) => [
            ...(i === 0 ? [] : ['\n']),
            ...text`${code(`/recrutement ${word}`)} ${what}`,
          ]),
        })),
      ),
  },
}
