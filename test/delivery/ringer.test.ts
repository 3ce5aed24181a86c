import { expect, test } from 'vitest'

import { ringer } from '../../src/delivery/ringer.ts'

/** Rings that last until they are let go, by conversation, the oldest first. */
function heldRings() {
  const begun: string[] = []
  const ends: { conversation: string; end: PromiseWithResolvers<void> }[] = []
  return {
    begun,
    onRing: (conversation: string) => {
      begun.push(conversation)
      const end = Promise.withResolvers<void>()
      ends.push({ conversation, end })
      return end.promise
    },
    next: () => ends.shift()?.end,
  }
}

test('many asks during a ring make one more ring', async () => {
  const { begun, onRing, next } = heldRings()
  const rings = ringer(onRing, 8)
  const first = rings.ring('a')
  await expect.poll(() => begun).toEqual(['a'])
  await rings.ring('a')
  await rings.ring('a')
  expect(begun).toEqual(['a'])
  next()?.resolve()
  await expect.poll(() => begun).toEqual(['a', 'a'])
  next()?.resolve()
  await first
  expect(begun).toEqual(['a', 'a'])
})

test('conversations that wait for their turn get it in the order of asking, each once', async () => {
  const { begun, onRing, next } = heldRings()
  const rings = ringer(onRing, 1)
  const all = ['a', 'b', 'c', 'b'].map((conversation) => rings.ring(conversation))
  for (const expected of [['a'], ['a', 'b'], ['a', 'b', 'c']]) {
    await expect.poll(() => begun).toEqual(expected)
    next()?.resolve()
  }
  await Promise.all(all)
  expect(begun).toEqual(['a', 'b', 'c'])
})

test('a failure is told to whoever asked, and gives its turn to the next', async () => {
  const { begun, onRing, next } = heldRings()
  const rings = ringer(onRing, 1)
  const failing = rings.ring('a')
  const waiting = rings.ring('b')
  await expect.poll(() => begun).toEqual(['a'])
  next()?.reject(new Error('down'))
  await expect(failing).rejects.toThrow('down')
  await expect.poll(() => begun).toEqual(['a', 'b'])
  next()?.resolve()
  await waiting
})

test('once closed, what had not begun is refused and what had begun goes on', async () => {
  const { begun, onRing, next } = heldRings()
  const rings = ringer(onRing, 1)
  const begunBefore = rings.ring('a')
  const waiting = Promise.allSettled([rings.ring('b')])
  await expect.poll(() => begun).toEqual(['a'])
  rings.close()
  const idle = rings.idle()
  next()?.resolve()
  await begunBefore
  expect(await waiting).toMatchObject([{ status: 'rejected' }])
  await expect(rings.ring('c')).rejects.toThrow('stopping')
  await idle
  expect(begun).toEqual(['a'])
})
