/** Product.md section 2, step 8: the end, with a choice or without. */
import { describe, expect, test } from 'vitest'
import type { Event } from '../../../src/process/events.ts'
import { followUpsOf } from '../../../src/process/follow-ups.ts'
import { added, answered, chosen, closed, stopped, withdrew } from '../support/candidates.ts'
import {
  adding,
  advancing,
  closing,
  completing,
  dating,
  informing,
  reminding,
  reopening,
  resuming,
  stoppingAll,
  withdrawing,
} from '../support/commands.ts'
import { closeFraming, confirmReading, writeCase } from '../../../src/process/decide/framing.ts'
import { handOver, nameDeputy } from '../../../src/process/decide/ownership.ts'
import { nameMember, removeMember } from '../../../src/process/decide/team.ts'
import { continued, given, stateAfter } from '../support/history.ts'
import type { Command } from '../support/history.ts'
import { onTheWall } from '../support/instants.ts'
import { filing } from '../support/notes.ts'
import { moving, scheduling } from '../support/slots.ts'
import { filed, opened, ready, scheduled, staffed } from '../support/story.ts'

const done = [chosen('alex'), answered('alex')]
const withChoice = [...staffed, ...done, closed('alex')]

describe('closing', () => {
  test('keeps the choice, or that there was none', () => {
    given(...staffed, ...done)
      .when('camille', closing)
      .thenRecorded({ type: 'RecruitmentClosed', chosen: 'alex' })
    given(...staffed, stopped('alex'), answered('alex'))
      .when('camille', closing)
      .thenRecorded({ type: 'RecruitmentClosed' })
  })

  test('waits until every candidate is decided on', () => {
    given(...staffed, ...done, added('billie'))
      .when('camille', closing)
      .thenRefused({ code: 'applications-undecided', applications: ['billie'] })
  })
})

describe('once closed, a recruitment', () => {
  const commands: Readonly<Record<string, Command>> = {
    'a candidate': adding('billie'),
    'an information': informing('alex'),
    'a withdrawal': withdrawing('alex'),
    'a resumption': resuming('alex'),
    'a decision': advancing('alex', 'collaboration'),
    'a stop': stoppingAll,
    'an interview': scheduling('2026-03-10T14:00'),
    'a move': moving('2026-03-10T14:00'),
    'a change of the framing': (state, actor) => writeCase(state, 'case-1', 'reason-1', actor),
    'a closing of the framing': closeFraming,
    'a reopening of the framing': reopening,
    'a member': (state, actor) =>
      nameMember(
        state,
        { person: 'zoe', role: 'scorer', stages: ['interview'], expert: false },
        actor,
      ),
    'a departure': (state, actor) => removeMember(state, { person: 'lou' }, actor),
    'a deputy': (state, actor) => nameDeputy(state, 'ines', actor),
    'a reminder': reminding('ines'),
    'another closing': closing,
  }

  test.each(Object.entries(commands))('refuses %s', (_what, command) => {
    given(...withChoice)
      .when('camille', command)
      .thenRefused({ code: 'recruitment-closed' })
  })

  test('still takes notes, which open their debrief', () => {
    const late = [
      ...staffed,
      scheduled('2026-03-02T10:00'),
      filed('malik', '2026-03-02T11:00'),
      withdrew('alex'),
      closed(),
    ]
    given(...late)
      .when('ines', filing())
      .thenRecorded(
        {
          type: 'ScorecardFiled',
          interview: 'talk',
          scorer: 'ines',
          evidence: 'evidence-ines',
          verdict: 'verdict-ines',
        },
        { type: 'DebriefOpened', interview: 'talk' },
      )
  })

  test('still changes hands, for its follow-ups need an owner', () => {
    given(...withChoice)
      .when('camille', (state, actor) => handOver(state, 'ines', actor))
      .thenRecorded({ type: 'OwnerNamed', person: 'ines' })
  })
})

describe('without a choice, back to framing', () => {
  const nobody = [...staffed, stopped('alex'), answered('alex')]

  test('the framing is open again: it changes without a reason, and is closed anew', () => {
    given(...nobody)
      .when('camille', reopening)
      .thenRecorded({ type: 'FramingReopened', reason: 'reason-1' })
    const again = continued(nobody, 'camille', '2026-03-02T14:00', reopening)
    given(...again)
      .when('camille', (state, actor) => writeCase(state, 'case-1', undefined, actor))
      .thenRecorded({ type: 'CaseWritten', text: 'case-1' })
    given(...again)
      .when('camille', closeFraming)
      .thenRecorded({ type: 'FramingClosed' })
  })

  test('nobody is met nor chosen meanwhile, and the reason stays with the changes', () => {
    const again = continued(nobody, 'camille', '2026-03-02T14:00', reopening)
    const resumed = continued(again, 'camille', '2026-03-02T15:00', resuming('alex'))
    given(...resumed)
      .when('camille', scheduling('2026-03-10T14:00'))
      .thenRefused({ code: 'framing-open' })
    expect(stateAfter(...again).framing.changes).toMatchObject([{ reason: 'reason-1' }])
  })

  test('each member reads the new framing', () => {
    const read = continued(nobody, 'ines', '2026-03-02T13:00', confirmReading)
    const again = continued(read, 'camille', '2026-03-02T14:00', reopening)
    const closedAnew = continued(again, 'camille', '2026-03-02T15:00', closeFraming)
    given(...closedAnew)
      .when('ines', confirmReading)
      .thenRecorded({ type: 'FramingRead', person: 'ines' })
  })

  test('waits for every answer, and makes no sense with a choice or an open framing', () => {
    given(...staffed)
      .when('camille', reopening)
      .thenRefused({ code: 'applications-undecided', applications: ['alex'] })
    given(...staffed, stopped('alex'))
      .when('camille', reopening)
      .thenRefused({ code: 'candidates-unanswered', applications: ['alex'] })
    given(...staffed, ...done)
      .when('camille', reopening)
      .thenRefused({ code: 'someone-is-chosen' })
    given(opened()).when('camille', reopening).thenRefused({ code: 'framing-open' })
  })
})

/** `what when`, on the wall clock in Paris. */
function followUps(...events: readonly Event[]): readonly string[] {
  return followUpsOf(stateAfter(...events)).map(({ followUp, dueAt, doneAt }) =>
    [followUp, onTheWall(dueAt), ...(doneAt ? ['done'] : [])].join(' '),
  )
}

function mission(offer: { readonly offer?: string }): readonly Event[] {
  return [opened({ contract: 'contractor', ...offer }), ...ready.slice(1), ...done, closed('alex')]
}

describe('what follows a choice', () => {
  test('for a contractor: price proposal, order, offer archived, preparation of the arrival', () => {
    expect(followUps(...mission({ offer: 'offer-1' }))).toEqual([
      'price 2026-03-04T09:00',
      'order 2026-03-09T09:00',
      'offer-archived 2026-03-09T09:00',
      'arrival 2026-03-16T09:00',
    ])
  })

  test('without an offer on line there is none to archive', () => {
    expect(followUps(...mission({})).map((line) => line.split(' ')[0])).toEqual([
      'price',
      'order',
      'arrival',
    ])
  })

  test('for an agent: file, arrival', () => {
    expect(followUps(...withChoice)).toEqual(['file 2026-03-04T09:00', 'arrival 2026-03-16T09:00'])
  })

  test('nothing without a choice, nor before the closing', () => {
    expect(followUps(...staffed, stopped('alex'), answered('alex'), closed())).toEqual([])
    expect(followUps(...staffed, ...done)).toEqual([])
  })

  test('each has a date, which owner and deputy may choose, until it is done', () => {
    given(...withChoice)
      .when('sacha', dating('arrival', '2026-04-20'))
      .thenRecorded({ type: 'FollowUpDated', followUp: 'arrival', date: '2026-04-20' })
    const dated = continued(
      withChoice,
      'camille',
      '2026-03-03T10:00',
      dating('arrival', '2026-04-20'),
    )
    expect(followUps(...dated)[1]).toBe('arrival 2026-04-20T09:00')
    const finished = continued(dated, 'camille', '2026-04-20T10:00', completing('arrival'))
    expect(followUps(...finished)[1]).toBe('arrival 2026-04-20T09:00 done')
    given(...finished)
      .when('camille', completing('arrival'))
      .thenRecorded()
  })

  test.each([
    ['2026-04-04', '2026-04-07T09:00', 'the Saturday of Easter'],
    ['2026-05-01', '2026-05-04T09:00', '1 May'],
  ])('a date off work is called to mind on the next working day: %s, %s, %s', (date, expected) => {
    const dated = continued(withChoice, 'camille', '2026-03-03T10:00', dating('file', date))
    expect(followUps(...dated)[0]).toBe(`file ${expected}`)
  })

  test('a date in the past is refused, today is not', () => {
    given(...withChoice)
      .when('camille', dating('file', '2026-03-02'))
      .thenRefused({ code: 'date-past' })
    given(...withChoice)
      .when('camille', dating('file', '2026-03-03'))
      .thenRecorded({ type: 'FollowUpDated', followUp: 'file', date: '2026-03-03' })
  })

  test('what the contract does not call for is unknown', () => {
    for (const command of [dating('price', '2026-04-20'), completing('price')]) {
      given(...withChoice)
        .when('camille', command)
        .thenRefused({ code: 'unknown-follow-up' })
    }
    given(...withChoice)
      .when('ines', completing('file'))
      .thenRefused({ code: 'owner-or-deputy-only', owner: 'camille', deputy: 'sacha' })
  })
})
