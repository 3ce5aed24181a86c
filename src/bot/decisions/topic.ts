/** `/recrutement décision`. */
import type { Topic } from '../topic.ts'
import { ask, askDecision, decide } from './asking.ts'
import { submitAdvance, submitAnother, submitChoose, submitStop } from './deciding.ts'
import { decided, decisionAwaited } from './sayings.ts'

export const decisions: Topic = {
  commands: { décision: ask },
  buttons: {
    decide,
    'decide-whom': (call) => ask({ ...call, rest: '' }),
    'decide-advance': askDecision('advance'),
    'decide-another': askDecision('another'),
    'decide-stop': askDecision('stop'),
    'decide-choose': askDecision('choose'),
  },
  forms: {
    'decide-advance': submitAdvance,
    'decide-another': submitAnother,
    'decide-stop': submitStop,
    'decide-choose': submitChoose,
  },
  sayings: { 'decision-awaited': decisionAwaited, decided },
}
