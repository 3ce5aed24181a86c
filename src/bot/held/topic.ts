/** The three ways out of a message that is held. */
import type { Answer } from '../../chat/port.ts'
import { settleHeld } from '../../process/decide/held.ts'
import type { HeldChoice } from '../../process/facts/held.ts'
import { RECRUITMENT_ARG, change, message, outcome } from '../desk.ts'
import type { About, ButtonCall, Topic } from '../topic.ts'
import { held, republished, rightToRemove } from './sayings.ts'

export const holding: Topic = {
  buttons: {
    'release-held': (call) => settle(call, 'released'),
    'note-held': (call) => settle(call, 'noted'),
    'withdraw-held': (call) => settle(call, 'withdrawn'),
  },
  sayings: { held, republished, 'right-to-remove': rightToRemove },
}

const DONE: Readonly<Record<HeldChoice, string>> = {
  released: '✅ Republié dans le canal, sous ton nom. Le débrief dira que tu l’as fait.',
  noted:
    '✅ Gardé avec tes notes : le débrief le montrera, hors critère. Pour en faire une preuve, recopie-le dans le formulaire.',
  withdrawn: '✅ Retiré. Personne ne l’a gardé.',
}

async function settle(call: About<ButtonCall>, choice: HeldChoice): Promise<Answer> {
  const { held: id = '' } = call.args
  const kept = call.on.state.held[id]
  const changed = await change(
    call,
    (state, actor) => settleHeld(state, { held: id, choice }, actor),
    [],
    choice === 'withdrawn' && kept?.author === call.by && !kept.settled ? [kept.text] : [],
  )
  return outcome(call, changed, ({ id: recruitment }) =>
    message(
      DONE[choice],
      ...(choice === 'noted' && kept
        ? [
            {
              kind: 'buttons' as const,
              buttons: [
                {
                  label: 'Ouvrir mes notes',
                  action: 'file-notes',
                  args: { [RECRUITMENT_ARG]: recruitment, interview: kept.interview },
                },
              ],
            },
          ]
        : []),
    ),
  )
}
