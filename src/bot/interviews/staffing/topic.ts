/** Who takes part in one interview, once it is planned: replace, add, change a role, take off. */
import type { Topic } from '../../topic.ts'
import { askAddition, submitAddition } from './adding.ts'
import { askChange, submitChange } from './changing.ts'
import { askReplacement, submitReplacement } from './replacing.ts'
import { show } from './screen.ts'

export const staffing: Topic = {
  buttons: {
    'staff-interview': show,
    'replace-participant': askReplacement,
    'add-participant': askAddition,
    'change-participant': askChange,
  },
  forms: {
    'replace-participant': submitReplacement,
    'add-participant': submitAddition,
    'change-participant': submitChange,
  },
}
