/** Leads each interaction to its conversation, and each entry of the agenda to its words. */
import type { Logger } from 'pino'
import type { Answer, Interaction, Notice } from '../chat/port.ts'
import { code, text } from '../chat/text.ts'
import type { Compose } from '../delivery/saying.ts'
import { duringRequest } from '../log.ts'
import { standings } from '../process/roles.ts'
import { candidates } from './candidates/topic.ts'
import { CHOSEN, chooseRecruitment } from './choose.ts'
import { understand } from './command-words.ts'
import { composeWith } from './compose.ts'
import { closing } from './closing/topic.ts'
import { debrief } from './debrief/topic.ts'
import { comparison } from './comparison/topic.ts'
import { decisions } from './decisions/topic.ts'
import { RECRUITMENT_ARG, say } from './desk.ts'
import type { Means } from './effects.ts'
import { framing } from './framing/topic.ts'
import { guide } from './guide/topic.ts'
import { holding } from './held/topic.ts'
import { watch } from './held/watching.ts'
import { help } from './help.ts'
import { attending } from './interviews/attending.ts'
import { planning } from './interviews/planning.ts'
import { staffing } from './interviews/staffing/topic.ts'
import { notes } from './notes/topic.ts'
import { opening } from './opening/topic.ts'
import { privacy } from './privacy/topic.ts'
import { reports } from './reports/topic.ts'
import { settings } from './settings/topic.ts'
import { status } from './status/topic.ts'
import { NOTHING_TYPED, tasks } from './tasks/topic.ts'
import { team } from './team/topic.ts'
import type { Case, CommandCall, Desk, Topic } from './topic.ts'

const TOPICS: readonly Topic[] = [
  opening,
  framing,
  team,
  settings,
  candidates,
  planning,
  staffing,
  attending,
  notes,
  debrief,
  holding,
  reports,
  decisions,
  comparison,
  closing,
  privacy,
  status,
  tasks,
  guide,
  help,
]

const ROUTES = {
  commands: merge(({ commands }) => commands),
  freeCommands: merge(({ freeCommands }) => freeCommands),
  outsideCommands: merge(({ outsideCommands }) => outsideCommands),
  buttons: merge(({ buttons }) => buttons),
  freeButtons: merge(({ freeButtons }) => freeButtons),
  forms: merge(({ forms }) => forms),
  freeForms: merge(({ freeForms }) => freeForms),
  sayings: merge(({ sayings }) => sayings),
}
const COMMANDS = [...Object.keys(ROUTES.freeCommands), ...Object.keys(ROUTES.commands)].filter(
  (command) => command !== NOTHING_TYPED,
)

/** Every button and every command word that there is. */
export const BUTTONS: readonly string[] = [
  ...Object.keys(ROUTES.buttons),
  ...Object.keys(ROUTES.freeButtons),
]
export const COMMAND_WORDS: readonly string[] = COMMANDS

export interface Bot {
  readonly answer: (interaction: Interaction) => Promise<Answer>
  /** Follows what people write in the channels of recruitments. */
  readonly notice: (notice: Notice) => Promise<void>
  readonly compose: Compose
}

export function createBot(options: {
  readonly desk: Desk
  readonly chat: Means['chat']
  readonly log: Logger
}): Bot {
  const { desk } = options
  return {
    answer: (interaction) => duringRequest(() => answer(desk, interaction)),
    notice: (notice) => duringRequest(() => watch(desk, options.chat, notice)),
    compose: composeWith(options, ROUTES.sayings),
  }
}

async function answer(desk: Desk, interaction: Interaction): Promise<Answer> {
  const { by } = interaction
  switch (interaction.kind) {
    case 'command': {
      const understood = understand(interaction.text, COMMANDS)
      if ('nothing' in understood) return run(desk, interaction, NOTHING_TYPED, '')
      if ('unknown' in understood) return unknown(understood)
      return run(desk, interaction, understood.command, understood.rest)
    }
    case 'button': {
      const { action, args } = interaction
      const free = ROUTES.freeButtons[action]
      if (free) return free({ desk, interaction, by, args })
      const on = await caseOf(desk, args[RECRUITMENT_ARG], by)
      if (action === CHOSEN) return run(desk, interaction, args['command'] ?? '', '', on)
      const handler = ROUTES.buttons[action]
      if (!handler || !on) return gone()
      return handler({ desk, interaction, by, args, on })
    }
    case 'form': {
      const { form, args, values } = interaction
      const call = { desk, interaction, by, args, values }
      const free = ROUTES.freeForms[form]
      if (free) return free(call)
      const on = await caseOf(desk, args[RECRUITMENT_ARG], by)
      const handler = ROUTES.forms[form]
      if (!handler || !on) return { kind: 'invalid', message: GONE }
      return handler({ ...call, on })
    }
  }
}

async function run(
  desk: Desk,
  interaction: Extract<Interaction, { kind: 'command' | 'button' }>,
  command: string,
  rest: string,
  chosen?: Case,
): Promise<Answer> {
  const call: CommandCall = { desk, interaction, by: interaction.by, rest }
  const free = ROUTES.freeCommands[command]
  if (free) return free(call)
  const handler = ROUTES.commands[command]
  if (!handler) return gone()
  if (chosen) return handler({ ...call, on: chosen })
  const fromOutside = await ROUTES.outsideCommands[command]?.(call)
  if (fromOutside) return fromOutside
  const choice = await chooseRecruitment(call, command)
  return 'on' in choice ? handler({ ...call, on: choice.on }) : choice.ask
}

/** The recruitment, if there is one and this person may know of it. */
async function caseOf(desk: Desk, id: string | undefined, by: string): Promise<Case | undefined> {
  const state = id === undefined ? undefined : await desk.store.load(id)
  return id !== undefined && state && standings(state, by).length > 0 ? { id, state } : undefined
}

const GONE = 'Ce message n’est plus à jour. Tape `/recrutement` pour voir ce que tu peux faire.'

function gone(): Answer {
  return say(
    text`Ce message n’est plus à jour. Tape ${code('/recrutement')} pour voir ce que tu peux faire.`,
  )
}

function unknown({ unknown, closest }: { unknown: string; closest?: string }): Answer {
  return closest === undefined
    ? say(
        text`Je ne connais pas « ${unknown} ». Tape ${code('/recrutement aide')} pour voir la liste.`,
      )
    : say(
        text`Je ne connais pas « ${unknown} ». Tu voulais dire ${code(`/recrutement ${closest}`)} ?`,
      )
}

function merge<T>(
  pick: (topic: Topic) => Readonly<Record<string, T>> | Partial<Record<string, T>> | undefined,
): Readonly<Partial<Record<string, T>>> {
  return Object.assign({}, ...TOPICS.map(pick))
}
