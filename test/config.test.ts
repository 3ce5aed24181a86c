import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, documentation, readConfig } from '../src/config.ts'

const limit = (given: NodeJS.ProcessEnv) => readConfig(given).actionsPerSecond

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      dataDir: './data',
      chat: { kind: 'sandbox', url: 'http://localhost:8065' },
      defaultZone: 'Europe/Paris',
      actionsPerSecond: 0,
      logLevel: 'info',
    })
  })

  it('takes an empty variable for an unset one', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' })).toEqual(readConfig({}))
  })

  it('connects to Mattermost with an address and a token', () => {
    const { chat } = readConfig({
      MATTERMOST_URL: 'https://mattermost.exemple.gouv.fr',
      MATTERMOST_TOKEN: 'jeton',
      MATTERMOST_COMMAND_TOKENS: 'un, deux,',
    })
    expect(chat).toEqual({
      kind: 'mattermost',
      url: 'https://mattermost.exemple.gouv.fr',
      token: 'jeton',
      commandTokens: ['un', 'deux'],
    })
  })

  it('connects to Slack by a connection of its own, or lets Slack call', () => {
    const SLACK_BOT_TOKEN = 'xoxb-jeton'
    expect(readConfig({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN: 'xapp-jeton' }).chat).toEqual({
      kind: 'slack',
      botToken: 'xoxb-jeton',
      appToken: 'xapp-jeton',
      apiUrl: 'https://slack.com/api/',
    })
    const SLACK_ADMIN_TOKEN = 'xoxp-jeton'
    expect(
      readConfig({ SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET: 'secret', SLACK_ADMIN_TOKEN }).chat,
    ).toEqual({
      kind: 'slack',
      botToken: 'xoxb-jeton',
      signingSecret: 'secret',
      adminToken: 'xoxp-jeton',
      apiUrl: 'https://slack.com/api/',
    })
  })

  it('tells the tokens of Slack apart, and says which one is missing or too much', () => {
    const SLACK_BOT_TOKEN = 'xoxb-jeton'
    expect(() => readConfig({ SLACK_BOT_TOKEN: 'xoxp-jeton' })).toThrow('commence par xoxb-')
    expect(() => readConfig({ SLACK_BOT_TOKEN })).toThrow(
      'Il manque SLACK_APP_TOKEN ou SLACK_SIGNING_SECRET',
    )
    expect(() => readConfig({ SLACK_APP_TOKEN: 'xapp-jeton' })).toThrow('Il manque SLACK_BOT_TOKEN')
    expect(() =>
      readConfig({
        SLACK_BOT_TOKEN,
        SLACK_APP_TOKEN: 'xapp-jeton',
        MATTERMOST_URL: 'https://mattermost.exemple.gouv.fr',
      }),
    ).toThrow('pas les deux')
  })

  it('limits what one person may ask, except where a script plays everybody', () => {
    const real = { MATTERMOST_URL: 'https://mattermost.exemple.gouv.fr', MATTERMOST_TOKEN: 'jeton' }
    expect(limit(real)).toBe(2)
    expect(limit({ ...real, ACTIONS_PER_SECOND: '0' })).toBe(0)
    expect(limit({ ACTIONS_PER_SECOND: '5' })).toBe(5)
    expect(() => limit({ ACTIONS_PER_SECOND: '-1' })).toThrow('de 0 (sans limite) à 1000')
  })

  it('asks for the half that is missing', () => {
    expect(() => readConfig({ MATTERMOST_URL: 'https://mattermost.exemple.gouv.fr' })).toThrow(
      'Il manque MATTERMOST_TOKEN',
    )
  })

  it('posts reports on Welcome to the Jungle with a key, at the documented address', () => {
    expect(readConfig({ WTTJ_API_KEY: 'une-cle' }).wttj).toEqual({
      url: 'https://www.welcomekit.co/api/v1/external',
      key: 'une-cle',
    })
  })

  it('posts reports elsewhere when told, and nowhere without a key', () => {
    const WTTJ_API_URL = 'http://localhost:4000'
    expect(readConfig({ WTTJ_API_URL }).wttj).toBeUndefined()
    expect(readConfig({ WTTJ_API_URL, WTTJ_API_KEY: 'une-cle' }).wttj?.url).toBe(WTTJ_API_URL)
  })

  it('refuses a key that no header could carry, without repeating it', () => {
    const sentence =
      'WTTJ_API_KEY n’est pas valable : il faut la clé donnée par Welcome to the Jungle, sans espace ni guillemet.'
    for (const WTTJ_API_KEY of ['"une-cle"', 'une cle', 'une-cle\n']) {
      expect(() => readConfig({ WTTJ_API_KEY })).toThrow(new ConfigError(sentence))
    }
  })

  it('names every wrong variable, each with what it needs', () => {
    const wrong = {
      PORT: 'trois mille',
      DATABASE_URL: 'mysql://x',
      TZ_DEFAULT: 'Paris',
      SECRET_KEY: 'court',
    }
    expect(() => readConfig(wrong)).toThrowErrorMatchingInlineSnapshot(`
      [ConfigError: PORT n’est pas valable : il faut un numéro entre 1 et 65535.
      DATABASE_URL n’est pas valable : il faut une adresse comme postgres://nom:motdepasse@hote:5432/base.
      TZ_DEFAULT n’est pas valable : il faut un nom comme Europe/Paris ou Indian/Reunion.
      SECRET_KEY n’est pas valable : il faut au moins 32 caractères pris au hasard.]
    `)
  })

  it('is what the README says', async () => {
    const readme = await readFile(join(import.meta.dirname, '../README.md'), 'utf8')
    expect(flat(readme)).toContain(flat(documentation()))
  })

  it('is what .env.example lists', async () => {
    const example = await readFile(join(import.meta.dirname, '../.env.example'), 'utf8')
    const listed = [...example.matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name)
    const documented = [...documentation().matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name)
    expect(listed.toSorted()).toEqual(documented.toSorted())
  })
})

/** A Markdown table without the spaces and dashes that align it. */
function flat(markdown: string): string {
  return markdown.replaceAll(/ {2,}/g, ' ').replaceAll(/-{3,}/g, '---')
}
