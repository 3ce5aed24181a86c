/** The answer to a candidate, according to how far they went. Never a level, never an evidence. */
import type { Temporal } from 'temporal-polyfill'
import { isBefore } from '../../../process/instants.ts'
import { interviewsOf } from '../../../process/progress.ts'
import { slotOf } from '../../../process/recruitment.ts'
import type { Application, Recruitment } from '../../../process/recruitment.ts'
import type { LetterContext } from './context.ts'
import { greeting, paragraphs, subject, toComplete, wordsFor } from './words.ts'

export const SITUATIONS = ['application', 'prequalification', 'interviews', 'chosen'] as const
/** How far somebody went when the answer was decided. */
export type Situation = (typeof SITUATIONS)[number]

export const SITUATION_NAMES: Readonly<Record<Situation, string>> = {
  application: 'sur dossier',
  prequalification: 'après la préqualification',
  interviews: 'après des entretiens',
  chosen: 'personne retenue',
}

/** Only meetings with the candidate count: a referee is called without them. */
export function situationOf(
  state: Recruitment,
  { id, status }: Application,
  now: Temporal.Instant,
): Situation {
  if (status === 'chosen') return 'chosen'
  const met = interviewsOf(state, id).filter(
    (interview) => interview.stage !== 'references' && !isBefore(now, slotOf(interview).start),
  )
  if (met.length === 0) return 'application'
  return met.every(({ stage }) => stage === 'prequalification') ? 'prequalification' : 'interviews'
}

export function answerLetter(context: LetterContext, situation: Situation, name: string): string {
  const body = situation === 'chosen' ? chosen(context) : declined(context, situation)
  return paragraphs(greeting(name), ...body, `${CLOSINGS[situation]}\n${context.owner}`)
}

const CLOSINGS: Readonly<Record<Situation, string>> = {
  application: 'Bonne continuation,',
  prequalification: 'Bonne continuation,',
  interviews: 'Encore merci, et bonne continuation,',
  chosen: 'À très bientôt,',
}

function declined(
  context: LetterContext,
  situation: Exclude<Situation, 'chosen'>,
): readonly string[] {
  const { thisThing, others } = wordsFor(context)
  const reason = toComplete('le critère annoncé qui a fait la différence, en une phrase')
  return [
    `${thanks(context, situation)} ${DECISIONS[situation]}`,
    `Ce qui a compté : ${reason}`,
    ...(situation === 'interviews'
      ? ['Si tu veux en parler, réponds-moi : on trouvera un moment.']
      : []),
    `Cette réponse ne vaut que pour ${thisThing}. ${others} : ta candidature y est la bienvenue.`,
    `Tes données sont effacées au plus tard ${context.retention} après ce message, ou avant si tu me le demandes.`,
  ]
}

function thanks(context: LetterContext, situation: Exclude<Situation, 'chosen'>): string {
  const { to, thing } = wordsFor(context)
  switch (situation) {
    case 'application':
      return `Merci pour ta candidature ${to} ${subject(context)}.`
    case 'prequalification':
      return `Merci pour notre échange sur ${thing} ${subject(context)}.`
    case 'interviews':
      return `Merci pour le temps que tu as donné à nos entretiens sur ${thing} ${subject(context)}.`
  }
}

const DECISIONS: Readonly<Record<Exclude<Situation, 'chosen'>, string>> = {
  application: 'Nous l’avons lue avec attention, et nous ne la retenons pas.',
  prequalification: 'Nous avons décidé de ne pas poursuivre avec ta candidature.',
  interviews: 'Après y avoir bien réfléchi, nous ne retenons pas ta candidature.',
}

function chosen(context: LetterContext): readonly string[] {
  const { thing } = wordsFor(context)
  return [
    `Bonne nouvelle : c’est toi que nous retenons pour ${thing} ${subject(context)}. Dis-moi si tu es toujours d’accord.`,
    `${nextStep(context)} ${toComplete('la date et ce qu’il y a à préparer')}`,
  ]
}

function nextStep({ contract, primeContractor }: LetterContext): string {
  if (contract === 'agent') return 'Ensuite vient le dossier administratif, puis la date d’arrivée.'
  const holder = primeContractor === undefined ? 'le titulaire du marché' : primeContractor
  return `Ensuite viennent ta proposition de prix, puis la commande, qui passe par ${holder}.`
}
