/** The slash commands of each team: made when missing, repaired when they lead elsewhere. */
import type { Command } from '@mattermost/types/integrations'
import type { Logger } from 'pino'

import { MattermostError, type MattermostClient } from './client.ts'
import { sameText } from '../signing.ts'

interface CommandRegistration {
  /** Brings a team's commands in line; a lack of permission is logged, never thrown. */
  register(team: string): Promise<void>
  /** True for a token of a command that this bot answers to. */
  isToken(token: string): boolean
}

interface RegistrationNeeds {
  readonly client: MattermostClient
  readonly triggers: readonly string[]
  readonly commandUrl: string
  /** Tokens of commands made by hand. */
  readonly tokens: readonly string[]
  readonly log: Logger
}

export function commandRegistration(needs: RegistrationNeeds): CommandRegistration {
  const { client, triggers, commandUrl, log } = needs
  const tokens = new Set(needs.tokens)

  async function registerOne(team: string, trigger: string, there: Command | undefined) {
    const command = await (there === undefined ? made(team, trigger) : repaired(there))
    if (command.token) tokens.add(command.token)
  }

  /** Two starts may race: whoever comes second takes what the first one made. */
  async function made(team: string, trigger: string): Promise<Command> {
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server fills in the rest
      return await client.addCommand(wanted(team, trigger, commandUrl) as Command)
    } catch (error) {
      if (!isDuplicate(error)) throw error
      const there = (await client.getCustomTeamCommands(team)).find(answering(trigger))
      if (there === undefined) throw error
      return repaired(there)
    }
  }

  async function repaired(command: Command): Promise<Command> {
    if (command.url === commandUrl && command.method === 'P') return command
    return client.editCommand({ ...command, url: commandUrl, method: 'P' })
  }

  return {
    async register(team) {
      try {
        const there = await client.getCustomTeamCommands(team)
        for (const trigger of triggers) {
          await registerOne(team, trigger, there.find(answering(trigger)))
        }
      } catch (error) {
        const status = error instanceof MattermostError ? error.status : undefined
        if (status === undefined) throw error
        log.warn({ team, status, triggers, url: commandUrl }, TO_DO_BY_HAND)
      }
    },
    isToken: (token) =>
      // Every token is compared: stopping at the first would tell which one it was.
      [...tokens].reduce((found, known) => sameText(token, known) || found, false),
  }
}

const TO_DO_BY_HAND =
  'slash commands could not be registered: make the bot a team admin, or create them by hand as POST to this URL and give their tokens in MATTERMOST_COMMAND_TOKENS'

function answering(trigger: string): (command: Command) => boolean {
  return (command) => command.trigger === trigger && command.delete_at === 0
}

function isDuplicate(error: unknown): boolean {
  return error instanceof MattermostError && error.code.includes('duplicate')
}

function wanted(team: string, trigger: string, url: string): Partial<Command> {
  const description = 'Suivre un recrutement ou une sélection, du cadrage à la décision'
  return {
    team_id: team,
    trigger,
    method: 'P',
    url,
    display_name: 'Recrutement',
    description,
    auto_complete: true,
    auto_complete_desc: description,
    auto_complete_hint: '[nouveau, tâches, statut, aide…]',
  }
}
