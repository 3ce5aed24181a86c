/** The forms that schedule, move and cancel. */
import type { Field, Form, Option, Values } from '../../chat/port.ts'
import { LONG, SHORT, ticked, typed } from '../fields.ts'
import { readMoment } from '../french/dates.ts'

const WHEN: Field = {
  kind: 'text',
  name: 'when',
  label: 'Quand',
  help: 'Le jour et l’heure, comme tu les dirais : « mardi 14 h », « 3 décembre à 10 h 30 ».',
  maxLength: SHORT,
}
const LATE: Field = {
  kind: 'boolean',
  name: 'night',
  label: 'Heure tardive',
  help: 'À cocher seulement si l’entretien commence entre 22 h et 7 h.',
  optional: true,
}
const minutes = (value?: string): Field => ({
  kind: 'text',
  name: 'minutes',
  label: 'Durée en minutes',
  help: 'Laisse vide pour garder la durée habituelle de l’étape.',
  optional: true,
  maxLength: 3,
  ...(value !== undefined && { value }),
})

export interface ScheduleChoices {
  readonly applications: readonly Option[]
  readonly application?: string
  readonly stages: readonly Option[]
  readonly stage: string
  /** Those who may lead the meeting; asked for when there are several. */
  readonly conductors: readonly Option[]
  /** Someone among these applications was not told yet how they are assessed. */
  readonly asksInformed: boolean
  /** References are held: the form asks who speaks about the candidate, and what to settle. */
  readonly asksReferee: boolean
  /** Enough candidates are at the collaboration stage for one more to need a reason. */
  readonly asksReason: boolean
}

export function scheduleForm(
  args: Readonly<Record<string, string>>,
  choices: ScheduleChoices,
): Form {
  return {
    form: 'schedule',
    title: 'Planifier un entretien',
    intro: ['Les personnes nommées pour l’étape reçoivent l’invitation.'],
    submit: 'Planifier',
    args,
    fields: [
      {
        kind: 'choice',
        name: 'application',
        label: 'Avec qui',
        options: choices.applications,
        ...(choices.application !== undefined && { value: choices.application }),
      },
      {
        kind: 'choice',
        name: 'stage',
        label: 'Étape',
        options: choices.stages,
        value: choices.stage,
      },
      WHEN,
      { kind: 'text', name: 'place', label: 'Lien ou lieu', maxLength: SHORT },
      minutes(),
      ...(choices.conductors.length > 1
        ? [
            {
              kind: 'choice' as const,
              name: 'conductor',
              label: 'Qui mène l’entretien',
              options: choices.conductors,
              optional: true,
            },
          ]
        : []),
      ...(choices.asksReferee ? REFEREE : []),
      ...(choices.asksReason ? [CROWD_REASON] : []),
      ...(choices.asksInformed ? [INFORMED] : []),
      LATE,
    ],
  }
}

const INFORMED: Field = {
  kind: 'boolean',
  name: 'informed',
  label: 'Personne informée',
  help: 'Elle sait comment elle sera évaluée et ce que deviennent ses données.',
  optional: true,
}

const REFEREE: readonly Field[] = [
  {
    kind: 'text',
    name: 'referee',
    label: 'Contact de référence',
    help: 'Pour une prise de références : qui parle de la personne.',
    optional: true,
    maxLength: SHORT,
  },
  {
    kind: 'text',
    name: 'contact',
    label: 'Comment le joindre',
    help: 'Téléphone ou adresse du contact de référence.',
    optional: true,
    maxLength: SHORT,
  },
  {
    kind: 'long-text',
    name: 'doubts',
    label: 'Doutes à lever',
    help: 'Pour une prise de références : un doute par ligne, sans dire qui l’a eu.',
    optional: true,
    maxLength: LONG,
  },
]

const CROWD_REASON: Field = {
  kind: 'text',
  name: 'reason',
  label: 'Pourquoi une de plus',
  help: 'Trois personnes sont déjà au cadre de collaboration.',
  optional: true,
  maxLength: SHORT,
}

const which = (options: readonly Option[]): Field => ({
  kind: 'choice',
  name: 'interview',
  label: 'Quel entretien',
  options,
  ...(options.length === 1 && options[0] && { value: options[0].value }),
})

export function moveForm(
  args: Readonly<Record<string, string>>,
  interviews: readonly Option[],
): Form {
  return {
    form: 'move',
    title: 'Déplacer un entretien',
    intro: ['Je préviens tout le monde et je recale les rappels.'],
    submit: 'Déplacer',
    args,
    fields: [
      which(interviews),
      WHEN,
      {
        kind: 'text',
        name: 'place',
        label: 'Lien ou lieu',
        help: 'Laisse vide pour garder le même.',
        optional: true,
        maxLength: SHORT,
      },
      minutes(),
      LATE,
    ],
  }
}

export function cancelForm(
  args: Readonly<Record<string, string>>,
  interviews: readonly Option[],
): Form {
  return {
    form: 'cancel',
    title: 'Annuler un entretien',
    intro: ['Je préviens l’équipe. Pour revenir en arrière, il faudra le planifier à nouveau.'],
    submit: 'Confirmer',
    args,
    fields: [which(interviews)],
  }
}

/** Confirms before reminders and notes of an interview stop for good. */
export function notHeldForm(args: Readonly<Record<string, string>>): Form {
  return {
    form: 'not-held',
    title: 'Pas eu lieu ?',
    intro: ['J’arrête les rappels et plus personne ne peut y déposer de notes. C’est définitif.'],
    submit: 'Il n’a pas eu lieu',
    args,
    fields: [],
  }
}

export interface TypedSlot {
  readonly start: Extract<ReturnType<typeof readMoment>, { at: unknown }>['at']
  readonly minutes?: number
  readonly place?: string
  readonly nightConfirmed: boolean
}

const WHEN_PROBLEMS = {
  unreadable:
    'Je n’ai pas compris cette date. Écris par exemple « mardi 14 h » ou « 3 décembre à 10 h 30 ».',
  'no-hour': 'Il manque l’heure. Écris par exemple « mardi 14 h ».',
  'too-far': 'C’est dans plus d’un an. Vérifie la date.',
  'does-not-exist':
    'Cette heure n’existe pas, sans doute à cause du changement d’heure. Choisis-en une autre.',
} as const

/** The slot that was typed, in that zone; or what is wrong, field by field. */
export function readSlot(
  values: Values,
  zone: string,
  now: Parameters<typeof readMoment>[2],
): TypedSlot | { readonly fields: Readonly<Record<string, string>> } {
  const when = typed(values, 'when')
  const date = when === undefined ? { problem: 'no-hour' as const } : readMoment(when, zone, now)
  const length = typed(values, 'minutes')
  const place = typed(values, 'place')
  const fields = {
    ...('problem' in date && { when: WHEN_PROBLEMS[date.problem] }),
    ...(length !== undefined &&
      !/^\d+$/.test(length) && { minutes: 'Écris la durée en chiffres, par exemple 45.' }),
  }
  if ('problem' in date || Object.keys(fields).length > 0) return { fields }
  return {
    start: date.at,
    nightConfirmed: ticked(values, 'night'),
    ...(length !== undefined && { minutes: Number(length) }),
    ...(place !== undefined && { place }),
  }
}
