/** Which recruitment a command is about. */
import { describe, expect, it } from 'vitest'
import { OPENING, opened } from './support/opened.ts'
import { formOf } from './support/prequalification.ts'
import { readableAnswer } from './support/readable.ts'

/** Intra has two recruitments; metier takes part in the first only. */
async function two() {
  const office = await opened()
  await office.name('metier')
  const another = { ...OPENING, title: 'Design', product: 'Mes Aides' }
  await office.fill('intra', formOf(await office.command('intra', 'nouveau')), another)
  const channel = `channel-of-${office.chat.channels[1]?.name}`
  return { ...office, other: channel }
}

describe('a command', () => {
  it('is about the recruitment of the channel where it is typed', async () => {
    const office = await two()
    const [here, there] = await Promise.all([
      office.command('intra', 'cadrage', office.channel),
      office.command('intra', 'cadrage', office.other),
    ])
    expect(readableAnswer(here)).not.toContain('Lequel ?')
    expect(readableAnswer(there)).not.toContain('Lequel ?')
  })

  it('typed elsewhere asks which, between several, and goes on with the one chosen', async () => {
    const office = await two()
    const asked = await office.command('intra', 'équipe')
    expect(readableAnswer(asked)).toContain('Tu participes à plusieurs recrutements. Lequel ?')
    expect(readableAnswer(asked)).toContain('[Design]')
    const answer = await office.pressOn('intra', asked, 'Développement')
    expect(readableAnswer(answer)).toContain('évalue la préqualification')
  })

  it('typed elsewhere is about one’s only recruitment without asking', async () => {
    const office = await two()
    expect(readableAnswer(await office.command('metier', 'équipe'))).toContain('1 personne')
  })

  it('typed in the channel of a recruitment by somebody without a part in it tells nothing', async () => {
    const office = await two()
    const answer = readableAnswer(await office.command('ailleurs', 'équipe', office.channel))
    expect(answer).not.toContain('Développement')
    expect(answer).not.toContain('metier')
  })
})
