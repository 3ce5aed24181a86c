/**
 * What an interviewer gets before each call, for every craft and stage: the files of `briefs/` are to
 * be read from top to bottom.
 */
import { afterAll, describe, expect, it } from 'vitest'
import { STAGE_NAMES } from '../../../src/bot/french/words.ts'
import { actionMaker } from '../../../src/chat/mattermost/buttons.ts'
import { POST_LIMIT } from '../../../src/chat/mattermost/limits.ts'
import { renderMessage } from '../../../src/chat/mattermost/render.ts'
import type { Message } from '../../../src/chat/port.ts'
import { CRAFTS, STAGES } from '../../../src/process/vocabulary.ts'
import type { Stage } from '../../../src/process/vocabulary.ts'
import { readableMessage } from '../support/readable.ts'
import { planningOffice } from './support/planning.ts'

const action = actionMaker('secret', 'http://bot/mattermost/action', false)

const cleanups: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const cleanup of cleanups) await cleanup()
})

const REFERENCE_CALL = {
  referee: 'Dominique Blanc',
  contact: '06 00 00 00 00',
  doubts: 'Tient-elle dans la durée ?',
}
/** One candidate each, on the same day, with the same person leading. */
const MEETINGS: Readonly<Record<Stage, readonly [name: string, hour: string]>> = {
  prequalification: ['Ana Belin', '9h'],
  interview: ['Bao Tran', '10h30'],
  'case-study': ['Cléo Marchand', '13h'],
  collaboration: ['Dario Costa', '15h'],
  references: ['Esma Kaya', '17h'],
}

describe.each(CRAFTS)('the briefs of a %s', (craft) => {
  it('read well, and each is one message of either platform', async () => {
    const briefs = await briefsOf(craft)
    const shown = STAGES.map((stage) => {
      const brief = briefs[stage]
      expectToFit(brief)
      const title = `${'='.repeat(12)} ${STAGE_NAMES[stage]}`
      return `${title}\n\n${readableMessage(brief).replaceAll('\n## ', '\n\n## ')}\n`
    })
    const all = shown.join('\n\n')
    expect(all).not.toMatch(/undefined|\[object|…$/)
    await expect(all).toMatchFileSnapshot(`briefs/${craft}.txt`)
  })
})

async function briefsOf(craft: string): Promise<Readonly<Record<Stage, Message>>> {
  const office = await planningOffice(cleanups, { craft })
  for (const stage of STAGES) {
    const [name, hour] = MEETINGS[stage]
    await office.add({ name })
    await office.plan(name, stage, `mercredi ${hour}`, {
      conductor: 'metier',
      ...(stage === 'references' ? REFERENCE_CALL : {}),
    })
  }
  await office.moveTo('2026-03-04T06:00:00Z')
  const told = office.chat.posts.flatMap(({ entry, to, versions }) =>
    entry.startsWith('brief/') && 'person' in to && to.person === 'metier'
      ? versions.slice(-1)
      : [],
  )
  const about = (stage: Stage): Message => {
    const found = told.find((message) => readableMessage(message).includes(MEETINGS[stage][0]))
    if (!found) throw new Error(`no brief for ${stage}`)
    return found
  }
  return {
    prequalification: about('prequalification'),
    interview: about('interview'),
    'case-study': about('case-study'),
    collaboration: about('collaboration'),
    references: about('references'),
  }
}

/** One Mattermost post; and what Slack takes: 50 blocks, 3,000 characters in each. */
function expectToFit(brief: Message): void {
  const parts = renderMessage(brief, { usernames: () => undefined, action })
  expect(parts).toHaveLength(1)
  const { message = '', attachments = [] } = parts[0] ?? {}
  expect(message.length).toBeGreaterThan(0)
  expect([message, ...attachments.map(({ text = '' }) => text)].join('').length).toBeLessThan(
    POST_LIMIT,
  )
  expect(brief.blocks?.length ?? 0).toBeLessThan(50)
  for (const block of brief.blocks ?? []) {
    expect(readableMessage({ headline: [], blocks: [block] }).length).toBeLessThan(3_000)
  }
}
