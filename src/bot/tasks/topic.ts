/** `/recrutement tâches`, and `/recrutement` alone: what I owe, with its buttons. */
import type { Answer, Block } from '../../chat/port.ts'
import { isBefore } from '../../process/instants.ts'
import { say } from '../desk.ts'
import { count } from '../french/words.ts'
import type { Call, Topic } from '../topic.ts'
import { describe } from './describe.ts'
import type { Task } from './describe.ts'
import { doableHere } from './here.ts'

/** What `/recrutement` alone means. */
export const NOTHING_TYPED = 'accueil'

export const tasks: Topic = {
  freeCommands: {
    tâches: (call) => page(call, 0),
    [NOTHING_TYPED]: async (call) => page(call, 0, await doableHere(call)),
  },
  freeButtons: { 'more-tasks': (call) => page(call, Number(call.args['page'])) },
}

/** Messages carry a few buttons well. */
const PER_PAGE = 4

async function page(
  { desk, by }: Pick<Call, 'desk' | 'by'>,
  number: number,
  more: readonly Block[] = [],
): Promise<Answer> {
  const all = await owedBy({ desk, by })
  if (all.length === 0) return say('Tu n’as rien à faire pour l’instant.', ...more)
  const from = number * PER_PAGE < all.length ? number * PER_PAGE : 0
  const shown = all.slice(from, from + PER_PAGE)
  const left = all.length - from - shown.length
  return say(
    from > 0
      ? 'La suite de ce qui t’attend.'
      : all.length === 1
        ? 'Une chose à faire.'
        : `${count(all.length, 'chose')} à faire.`,
    { kind: 'bullets', items: shown.map(({ what }) => what) },
    { kind: 'buttons', buttons: shown.map(({ button }) => button) },
    ...(left > 0
      ? [
          {
            kind: 'buttons' as const,
            buttons: [
              {
                label: `Encore ${count(left, 'autre')}`,
                action: 'more-tasks',
                args: { page: String(from / PER_PAGE + 1) },
              },
            ],
          },
        ]
      : []),
    ...more,
  )
}

async function owedBy({ desk, by }: Pick<Call, 'desk' | 'by'>): Promise<readonly Task[]> {
  const now = desk.clock.now()
  const owed = (await desk.store.obligationsOf(by)).filter(({ since }) => !isBefore(now, since))
  const described = await Promise.all(owed.map((one) => describe(desk, by, one)))
  return described.filter((one) => one !== undefined)
}
