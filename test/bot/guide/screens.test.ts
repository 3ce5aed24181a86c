/** Every guide as whoever asks for it reads it: `screens.txt` is to be read from top to bottom. */
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/chat/port.ts'
import {
  exampleBlocks,
  guideBlocks,
  guideTitle,
  levelBlocks,
} from '../../../src/bot/guide/screen.ts'
import { CRAFT_NAMES, STAGE_NAMES } from '../../../src/bot/french/words.ts'
import { readGuides } from '../../../src/guides/load.ts'
import type { Guide } from '../../../src/guides/guide.ts'
import { CRAFTS, STAGES } from '../../../src/process/vocabulary.ts'
import { readableMessage } from '../support/readable.ts'

const guides = (await readGuides()).toSorted((a, b) => rank(a) - rank(b))

/** In the order of the process, the guides of every craft first. */
function rank({ craft, stage }: Guide): number {
  const crafts: readonly string[] = CRAFTS
  return crafts.indexOf(craft) * STAGES.length + STAGES.indexOf(stage)
}

test('each craft and stage that has its own guide reads well', async () => {
  const screens = guides.map((guide) => {
    const craft = guide.craft === 'generic' ? 'Tous les métiers' : CRAFT_NAMES[guide.craft]
    const shown = readableMessage({ headline: guideTitle(guide), blocks: guideBlocks(guide) })
    return `${'='.repeat(12)} ${craft} : ${STAGE_NAMES[guide.stage]}\n\n${shown.replaceAll('\n## ', '\n\n## ')}\n`
  })
  await expect(screens.join('\n\n')).toMatchFileSnapshot('screens.txt')
})

const named = guides.map((guide) => [`${guide.craft} ${guide.stage}`, guide] as const)

describe.each(named)('%s', (_, guide) => {
  test.each([
    ['script', guideBlocks(guide)],
    ['examples', exampleBlocks(guide)],
    ['levels', levelBlocks(guide)],
  ])('fits in one post of any platform: %s', (_part, blocks) => {
    expect(sizeOf(blocks)).toBeLessThan(12_000)
    // Slack's limits: 50 blocks in a message, 3,000 characters in a section.
    expect(blocks.length).toBeLessThan(50)
    expect(blocks.filter((block) => sizeOf([block]) > 3_000)).toEqual([])
  })
})

function sizeOf(blocks: readonly Block[]): number {
  return readableMessage({ headline: [], blocks }).length
}

test('a skill is shown with its family, its weight and whether it is mandatory', () => {
  const guide = guides.find(
    ({ craft, stage }) => craft === 'deployment-senior' && stage === 'prequalification',
  )
  const shown = readableMessage({ headline: [], blocks: guide ? guideBlocks(guide) : [] })
  expect(shown).toMatch(/\(Qualités humaines et vie d’équipe · poids 3 · obligatoire\)$/m)
})
