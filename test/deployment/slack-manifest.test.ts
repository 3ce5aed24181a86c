/** The manifest with which the Slack app is made: no right without its reason. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../../slack-manifest.json' with { type: 'json' }
import { COMMANDS } from '../../src/commands.ts'

const readme = await readFile(join(import.meta.dirname, '../../README.md'), 'utf8')

describe('slack-manifest.json', () => {
  it('asks for the rights that the README justifies, and no other', () => {
    const [, table = ''] = readme.split('| Scope ')
    const [rows = ''] = table.split('\n\n')
    const justified = [...rows.matchAll(/^\| (`.*?) +\|/gmu)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/gu)].map(([, scope]) => scope),
    )
    expect(justified.toSorted()).toEqual(manifest.oauth_config.scopes.bot.toSorted())
  })

  it('declares every command of the bot, and shows people what to type', () => {
    const declared = manifest.features.slash_commands
    expect(declared.map(({ command }) => command)).toEqual(COMMANDS.map((name) => `/${name}`))
    for (const { description, usage_hint: hint } of declared) {
      expect(description).not.toBe('')
      expect(hint).toContain('nouveau')
    }
  })

  it('opens the Home tab and the direct messages, and needs no public address', () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    })
    expect(manifest.settings.socket_mode_enabled).toBe(true)
  })
})
