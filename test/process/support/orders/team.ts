import * as fc from 'fast-check'
import { recordChannel } from '../../../../src/process/decide/opening.ts'
import {
  handOver,
  nameAdvisor,
  nameDeputy,
  replaceLostOwner,
} from '../../../../src/process/decide/ownership.ts'
import { nameMember, recordUnreachable, removeMember } from '../../../../src/process/decide/team.ts'
import { SYSTEM } from '../../../../src/process/events.ts'
import { person, reason, role, stages } from './chance.ts'
import { nothing, order } from './order.ts'

const someone = fc.record({ person })

export const teamOrders = [
  order(
    'channel',
    nothing,
    (state, _, actor, { id }) => recordChannel(state, `channel-${id}`, actor),
    { by: SYSTEM },
  ),
  order('deputy', someone, (state, { person }, actor) => nameDeputy(state, person, actor)),
  order('advisor', someone, (state, { person }, actor) => nameAdvisor(state, person, actor)),
  order(
    'member',
    fc.record({ person, role, stages, expert: fc.boolean() }),
    (state, named, actor) => nameMember(state, named, actor),
  ),
  order(
    'remove-member',
    fc.record({ person, reason }),
    (state, { person, reason }, actor) =>
      removeMember(state, { person, ...(reason !== undefined && { reason }) }, actor),
    { weight: 3 },
  ),
  order(
    'unreachable',
    someone,
    (state, { person }, actor) => recordUnreachable(state, person, actor),
    { by: SYSTEM },
  ),
  order('hand-over', someone, (state, { person }, actor) => handOver(state, person, actor)),
  order(
    'lost-owner',
    fc.record({
      person,
      present: fc.boolean(),
      isAdmin: fc.boolean(),
      deputyPresent: fc.boolean(),
    }),
    (state, lost, actor) => replaceLostOwner(state, lost, actor),
    { likely: ({ deputy, owner }) => deputy ?? owner },
  ),
]
