/** Variables that almost have the name of one of the bot's. */
import { describe, expect, it } from 'vitest'
import { misspelt } from '../../src/doctor/misspelt.ts'

const said = (environment: NodeJS.ProcessEnv) => misspelt(environment).map(({ says }) => says)

describe('the doctor', () => {
  it.each([
    ['MATERMOST_URL', 'MATTERMOST_URL'],
    ['MATTERMOST_TOEKN', 'MATTERMOST_TOKEN'],
    ['REDIS_URI', 'REDIS_URL'],
    ['log_level', 'LOG_LEVEL'],
  ])('says that %s is not read, and names the one that was meant', (typed, meant) => {
    const [finding, ...others] = misspelt({ [typed]: 'https://exemple.gouv.fr' })
    expect(others).toEqual([])
    expect(finding).toEqual({
      isWell: false,
      says: `${typed} n’est pas une variable du bot : tu voulais dire ${meant} ?`,
    })
  })

  it('says nothing of a slip beside the right name', () => {
    expect(said({ MATERMOST_URL: 'a', MATTERMOST_URL: 'b' })).toEqual([])
  })

  it('leaves alone what belongs to others, and what is the bot’s', () => {
    const others = { HOST: 'h', PATH: '/bin', PWD: '/', NODE_ENV: 'production', LANG: 'fr_FR' }
    expect(said({ ...others, PORT: '3000', SLACK_BOT_TOKEN: 'xoxb-a', LOG_LEVEL: 'info' })).toEqual(
      [],
    )
    expect(said({ POSTGRES_PASSWORD: 'a', npm_config_loglevel: 'info', LOGNAME: 'b' })).toEqual([])
  })
})
