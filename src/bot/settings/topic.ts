/** `/recrutement réglages`: stages, delays and retention of one recruitment. */
import type { Answer, Block, Message } from '../../chat/port.ts'
import type { Text } from '../../chat/text.ts'
import { changeSettings } from '../../process/decide/settings.ts'
import { refuseUnlessOwnerOrDeputy } from '../../process/roles.ts'
import { STAGES } from '../../process/vocabulary.ts'
import { RECRUITMENT_ARG, change, formOutcome, message, nameOf, say } from '../desk.ts'
import { stageNames } from '../french/stages.ts'
import { CONTRACT_WORDS, MERGED_NAME, STAGE_NAMES, count } from '../french/words.ts'
import { explain } from '../refusals/explain.ts'
import type { About, Call, Case, FormCall, Topic } from '../topic.ts'
import { refuseEdited } from '../versions.ts'
import { fieldsOfRefusals, readSettings, settingsForm } from './form.ts'
import { COOLING_OFF_NAMES, workingDuration } from './words.ts'

export const settings: Topic = {
  commands: {
    réglages: async (call) => ({ kind: 'private', message: await screen(call, call.on) }),
  },
  buttons: { 'change-settings': ask },
  forms: { settings: submit },
}

async function screen(
  { desk, by }: Pick<Call, 'desk' | 'by'>,
  on: Case,
  headline = `Voici les réglages de ${CONTRACT_WORDS[on.state.contract].thisProcess}.`,
): Promise<Message> {
  const fields = shownSettings(on, by, await nameOf(desk, on.state.owner))
  const args = { [RECRUITMENT_ARG]: on.id }
  return message(
    headline,
    {
      kind: 'fields',
      fields: fields.map(([label, value]) => ({ label, value: [value] satisfies Text })),
    },
    ...(refuseUnlessOwnerOrDeputy(on.state, by)
      ? []
      : [
          {
            kind: 'buttons' as const,
            buttons: [
              {
                label: 'Changer',
                action: 'change-settings',
                args,
                style: 'primary' as const,
              },
            ],
          },
        ]),
  )
}

type Line = readonly [label: string, value: string]

function shownSettings({ state }: Case, by: string, owner: string): readonly Line[] {
  const { merged, skipped, coolingOff, ...delays } = state.settings
  const told = state.owner === by ? 'je te préviens' : `je préviens ${owner}`
  const skippedNames = skipped.map((stage) => STAGE_NAMES[stage].toLowerCase()).join(', ')
  return [
    ['Étapes', stageNames(state, STAGES)],
    ...(skippedNames === '' ? [] : [['Étapes sautées', skippedNames] satisfies Line]),
    ...(merged
      ? [[MERGED_NAME, 'préqualification et entretien métier en une rencontre'] satisfies Line]
      : []),
    ['Ouverture du débrief', `${COOLING_OFF_NAMES[coolingOff].toLowerCase()}, au plus tôt`],
    ['Rappel du lien', `${count(delays.nudgeMinutes, 'minute')} avant l’entretien`],
    [
      'Relance des notes',
      `${workingDuration(delays.lateAfterHours)} après l’entretien, puis chaque matin`,
    ],
    ['Notes en retard', `${told} après ${workingDuration(delays.ownerToldAfterHours)}`],
    [
      'Candidatures non retenues',
      `gardées ${count(delays.retentionMonths, 'mois', 'mois')} au plus après le dernier contact`,
    ],
  ]
}

async function ask({ desk, on, by }: About<Call>): Promise<Answer> {
  const refusal = refuseUnlessOwnerOrDeputy(on.state, by)
  if (refusal) return say(await explain(desk, on, refusal, by))
  return { kind: 'form', form: settingsForm({ [RECRUITMENT_ARG]: on.id }, on.state.settings) }
}

async function submit(call: About<FormCall>): Promise<Answer> {
  const { on, values, args } = call
  const before = on.state.settings
  const wanted = readSettings(values, before)
  const changed = await change(call, (state, actor) => {
    const refusal = refuseEdited(args, state.settings)
    return refusal ? { refusal } : changeSettings(state, wanted, actor)
  })
  const outOfRange =
    changed.kind === 'refused' && changed.refusal.code === 'setting-out-of-range'
      ? { 'setting-out-of-range': changed.refusal.setting }
      : {}
  return formOutcome(
    call,
    changed,
    async (after) => {
      const headline = '✅ C’est enregistré. Tu peux revenir en arrière ici, à tout moment.'
      const { headline: said, blocks = [] } = await screen(call, after, headline)
      return { headline: said, blocks: [...warnings(after), ...blocks] }
    },
    { ...fieldsOfRefusals(before, wanted), ...outOfRange },
  )
}

/** What a choice costs, said once. */
function warnings({ state }: Case): Block[] {
  return state.settings.skipped.includes('references')
    ? [
        {
          kind: 'text',
          text: [
            'Sans prise de références, personne d’extérieur ne confirmera ce que vous aurez vu.',
          ],
        },
      ]
    : []
}
