import { describe, expect, test } from 'vitest'
import { seenBeforeFiling } from '../../src/process/independence.ts'
import type { Event } from '../../src/process/events.ts'
import { stateAfter } from './support/history.ts'
import { filed, happened, scheduled, staffed } from './support/story.ts'

/** Inès and Malik score, Lou observes, on Monday from 14:00 to 15:00. */
const story = [...staffed, scheduled('2026-03-02T14:00')]
const held = (author: string, at: string) =>
  happened(at, author, {
    type: 'MessageHeld',
    held: 'held-1',
    interview: 'talk',
    text: 'text-held',
    written: { channel: 'channel-1', post: 'post-1' },
  })
const stays = (at: string) =>
  happened(at, 'system', { type: 'HeldMessageStays', held: 'held-1', because: 'right' })
const released = (at: string) =>
  happened(at, 'lou', { type: 'HeldMessageSettled', held: 'held-1', choice: 'released' })

function seen(...events: readonly Event[]): number {
  const state = stateAfter(...story, ...events)
  const interview = state.interviews['talk']
  if (!interview) throw new Error('no interview')
  return seenBeforeFiling(state, interview).length
}

describe('a message left visible', () => {
  test('may have weighed on whoever filed after it', () => {
    const filings = [filed('ines', '2026-03-02T15:00'), filed('malik', '2026-03-02T16:00')]
    expect(seen(held('lou', '2026-03-02T15:30'), stays('2026-03-02T15:30'), ...filings)).toBe(1)
  })

  test('weighs on nobody once everyone filed', () => {
    const filings = [filed('ines', '2026-03-02T15:00'), filed('malik', '2026-03-02T16:00')]
    expect(seen(...filings, held('lou', '2026-03-02T16:30'), stays('2026-03-02T16:30'))).toBe(0)
  })

  test('does not weigh on its own author', () => {
    const filings = [filed('ines', '2026-03-02T15:00'), filed('malik', '2026-03-02T16:00')]
    expect(seen(held('malik', '2026-03-02T15:30'), stays('2026-03-02T15:30'), ...filings)).toBe(0)
  })

  test('weighs on nobody when it was taken down, or about practical matters', () => {
    const filings = [filed('ines', '2026-03-02T15:00'), filed('malik', '2026-03-02T16:00')]
    const message = held('lou', '2026-03-02T14:30')
    expect(seen(message, ...filings)).toBe(0)
    expect(seen(message, stays('2026-03-02T14:30'), released('2026-03-02T14:40'), ...filings)).toBe(
      0,
    )
  })
})
