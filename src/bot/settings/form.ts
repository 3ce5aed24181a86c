import type { Field, Form, Values } from '../../chat/port.ts'
import { DEFAULTS } from '../../process/defaults.ts'
import { COOLING_OFFS } from '../../process/settings.ts'
import type { Settings } from '../../process/settings.ts'
import { STAGES } from '../../process/vocabulary.ts'
import type { FieldsOfRefusals } from '../desk.ts'
import { oneOf, optionsOf, severalOf, ticked, typed } from '../fields.ts'
import { STAGE_NAMES } from '../french/words.ts'
import { showing } from '../versions.ts'
import { COOLING_OFF_NAMES, workingDuration } from './words.ts'

/** Working hours offered: what people would say, within the ranges of `DEFAULTS`. */
const LATE_AFTER = [1, 2, 4, 9, 18, 27, 36]
const OWNER_TOLD_AFTER = [9, 18, 27, 45, 90]

/** Its fields bear the names of the settings. */
export function settingsForm(args: Readonly<Record<string, string>>, settings: Settings): Form {
  const { merged, skipped, coolingOff, nudgeMinutes, retentionMonths } = settings
  return {
    form: 'settings',
    title: 'Changer les réglages',
    submit: 'Enregistrer',
    args: showing(args, settings),
    fields: [
      {
        kind: 'boolean',
        name: 'merged',
        label: 'Premier entretien unique',
        help: 'Préqualification et entretien métier en une rencontre, menée par une seule personne.',
        optional: true,
        value: merged,
      },
      {
        kind: 'several',
        name: 'skipped',
        label: 'Étapes sautées',
        options: optionsOf(STAGES, STAGE_NAMES),
        values: skipped,
        optional: true,
      },
      {
        kind: 'choice',
        name: 'coolingOff',
        label: 'Ouverture du débrief',
        help: 'Au plus tôt, pour prendre du recul : jamais à chaud.',
        options: optionsOf(COOLING_OFFS, COOLING_OFF_NAMES),
        value: coolingOff,
      },
      figure('nudgeMinutes', 'Rappel (minutes avant)', nudgeMinutes, DEFAULTS.nudgeRange),
      delay('lateAfterHours', 'Relance des notes', settings.lateAfterHours, LATE_AFTER),
      delay(
        'ownerToldAfterHours',
        'Alerte de retard',
        settings.ownerToldAfterHours,
        OWNER_TOLD_AFTER,
      ),
      figure(
        'retentionMonths',
        'Conservation (mois)',
        retentionMonths,
        DEFAULTS.retentionMonths,
        'Pour les candidatures non retenues, après le dernier contact.',
      ),
    ],
  }
}

function figure(
  name: keyof Settings,
  label: string,
  value: number,
  { min, max }: { readonly min: number; readonly max: number },
  help = '',
): Field {
  const range = `Entre ${min} et ${max}.`
  return {
    kind: 'text',
    name,
    label,
    help: help === '' ? range : `${help} ${range}`,
    value: String(value),
    maxLength: 20,
  }
}

function delay(
  name: keyof Settings,
  label: string,
  value: number,
  offered: readonly number[],
): Field {
  const hours = [...new Set([...offered, value])].toSorted((a, b) => a - b)
  return {
    kind: 'choice',
    name,
    label,
    help: 'Après la fin prévue de l’entretien.',
    options: hours.map((one) => ({ value: String(one), label: workingDuration(one) })),
    value: String(value),
  }
}

/** What the form brought back; what is not a number is left to the rules, which refuse it. */
export function readSettings(values: Values, before: Settings): Settings {
  return {
    merged: ticked(values, 'merged'),
    skipped: severalOf(values, 'skipped', STAGES),
    coolingOff: oneOf(values, 'coolingOff', COOLING_OFFS) ?? before.coolingOff,
    nudgeMinutes: numberIn(values, 'nudgeMinutes'),
    lateAfterHours: numberIn(values, 'lateAfterHours'),
    ownerToldAfterHours: numberIn(values, 'ownerToldAfterHours'),
    retentionMonths: numberIn(values, 'retentionMonths'),
  }
}

/** « 15 », « 15 minutes », « 24 mois ». */
function numberIn(values: Values, name: keyof Settings): number {
  const [, digits] = /^(\d+)\s*\p{L}*\.?$/u.exec(typed(values, name) ?? '') ?? []
  return digits === undefined ? Number.NaN : Number(digits)
}

/** Where each refusal is shown: on the setting that caused it. */
export function fieldsOfRefusals(before: Settings, wanted: Settings): FieldsOfRefusals {
  const cause = before.merged && !wanted.merged ? 'merged' : 'skipped'
  return {
    'owner-told-too-early': 'ownerToldAfterHours',
    'every-stage-skipped': 'skipped',
    'criterion-without-stage': 'skipped',
    'criterion-verified-too-late': 'skipped',
    'too-many-at-prequalification': cause,
  }
}
