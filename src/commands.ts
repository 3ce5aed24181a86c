/** The slash commands that the bot answers to; the first is the usual one. */
export const COMMANDS = ['recrutement', 'selection'] as const
