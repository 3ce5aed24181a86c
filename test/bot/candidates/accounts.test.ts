import { describe, expect, it } from 'vitest'
import { isCandidate } from '../../../src/bot/candidates/accounts.ts'
import { addressOf, recruiting } from './support/recruiting.ts'
import type { Recruiting } from './support/recruiting.ts'

/** What the team conversation asks before it names that account. */
async function asked({ desk, state, id }: Recruiting, account: string) {
  return isCandidate(desk, { id, state: await state() }, account)
}

describe('an account of the workspace', () => {
  it('is a candidate’s when it has their address, whatever the case', async () => {
    const recruitment = await recruiting()
    await recruitment.add({ name: 'A. M.', email: addressOf('alix').toUpperCase() })
    expect(await asked(recruitment, 'alix')).toBe('same-address')
    expect(await asked(recruitment, 'noor')).toBeUndefined()
  })

  it('is one even when the workspace keeps addresses to itself', async () => {
    const recruitment = await recruiting()
    const { chat } = recruitment
    await recruitment.add({ name: 'A. M.', email: addressOf('alix') })
    const { person } = chat
    chat.person = async (id) => {
      const { email: _kept, ...rest } = await person(id)
      return rest
    }
    expect(await asked(recruitment, 'alix')).toBe('same-address')
    expect(await asked(recruitment, 'noor')).toBeUndefined()
  })

  it('may be one when it bears their full name, accents and order aside', async () => {
    const recruitment = await recruiting()
    await recruitment.add({ name: 'MOREL Alix' })
    expect(await asked(recruitment, 'alix')).toBe('same-name')
  })

  it('is none for a first name in common', async () => {
    const recruitment = await recruiting()
    await recruitment.add({ name: 'Alix Durand', email: 'alix@exemple.fr' })
    expect(await asked(recruitment, 'alix')).toBeUndefined()
  })

  it('stays one once the application was stopped or withdrawn', async () => {
    const recruitment = await recruiting()
    const application = await recruitment.add({ name: 'A. M.', email: addressOf('alix') })
    await recruitment.happens('ines', { type: 'CandidateWithdrew', application })
    expect(await asked(recruitment, 'alix')).toBe('same-address')
  })

  it('that left the workspace, or never was there, is nobody’s', async () => {
    const recruitment = await recruiting()
    await recruitment.add({ name: '🙂 A' })
    expect(await asked(recruitment, 'never-seen')).toBeUndefined()
  })
})
