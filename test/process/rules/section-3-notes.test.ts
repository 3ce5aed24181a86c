/** Product.md section 3: the notes of each kind of meeting. */
import { describe, expect, test } from 'vitest'
import { saveDraft } from '../../../src/process/decide/notes.ts'
import { tickBriefItem } from '../../../src/process/decide/attending.ts'
import type { Evidence, Verdict } from '../../../src/process/scorecard.ts'
import { continued, given, stateAfter } from '../support/history.ts'
import type { Command } from '../support/history.ts'
import { paris } from '../support/instants.ts'
import { filing, noEvidence, noVerdict } from '../support/notes.ts'
import { moving, scheduling } from '../support/slots.ts'
import { debriefOpened, filed, happened, scheduled, staffed } from '../support/story.ts'

const AFTERWARDS = '2026-03-02T16:00'
const filedByInes = {
  type: 'ScorecardFiled',
  interview: 'talk',
  scorer: 'ines',
  evidence: 'evidence-ines',
  verdict: 'verdict-ines',
} as const

type Checking = 'collaboration' | 'references'

/** A meeting of that stage, with the doubts that it is to settle. */
function meeting(stage: Checking, ...doubts: readonly string[]) {
  return [...staffed, scheduled('2026-03-02T14:00', { stage, doubts })]
}

function saying(evidence: Partial<Evidence>, verdict: Partial<Verdict>): Command {
  return filing(0, { ...noEvidence, ...evidence }, { ...noVerdict, ...verdict })
}

describe('the checklist of the brief', () => {
  test('helps and never blocks: notes are filed with nothing ticked', () => {
    const story = [...staffed, scheduled('2026-03-02T14:00')]
    expect(stateAfter(...story).interviews['talk']?.ticked).toEqual({})
    given(...story)
      .when('ines', filing(), AFTERWARDS)
      .thenRecorded(filedByInes)
  })

  test('is ticked at any time, the interview once begun included', () => {
    given(...staffed, scheduled('2026-03-02T14:00'))
      .when(
        'ines',
        (state, actor) =>
          tickBriefItem(state, { interview: 'talk', item: 'link', done: true }, actor),
        AFTERWARDS,
      )
      .thenRecorded({
        type: 'BriefItemTicked',
        interview: 'talk',
        person: 'ines',
        item: 'link',
        done: true,
      })
  })
})

describe('at collaboration', () => {
  const evidence = { criteria: { kind: 'Demande de l’aide.' } }

  test('notes give levels and evidence, an advisory opinion and warning signs', () => {
    const verdict = { levels: { kind: 2 }, advice: 'Oui.', warnings: 'Aucun.' } as const
    given(...meeting('collaboration'))
      .when('ines', saying(evidence, verdict), AFTERWARDS)
      .thenRecorded(filedByInes)
  })

  test('notes give no recommendation', () => {
    const verdict = { levels: { kind: 2 }, recommendation: 'continue' } as const
    given(...meeting('collaboration'))
      .when('ines', saying(evidence, verdict), AFTERWARDS)
      .thenRefused({ code: 'recommendation-not-allowed' })
  })
})

describe('at references', () => {
  const evidence = { criteria: { trusted: 'La suivrait.', 'doubt-1': 'Cela s’est arrangé.' } }
  const doubts = ['doubt-1']

  test('notes give per doubt or criterion what the referee’s words do to it, and whether they would recommend', () => {
    const signs = { trusted: 'confirms', 'doubt-1': 'qualifies' } as const
    given(...meeting('references', 'doubt-1'))
      .when('ines', saying(evidence, { signs, recommended: true }), AFTERWARDS)
      .thenRecorded(filedByInes)
  })

  test('a sign needs what was said, on a doubt as on a criterion', () => {
    given(...meeting('references', 'doubt-1'))
      .when('ines', saying({}, { signs: { 'doubt-1': 'contradicts' } }), AFTERWARDS)
      .thenRefused({ code: 'level-without-evidence', criteria: ['doubt-1'] })
  })

  test.each(['trusted', 'doubt-1'])('never a level, on %s', (subject) => {
    given(...meeting('references', 'doubt-1'))
      .when('ines', saying(evidence, { levels: { [subject]: 2 } }), AFTERWARDS)
      .thenRefused({ code: 'level-not-allowed' })
  })

  test('a doubt of another meeting is not a subject of this one', () => {
    given(...meeting('references'))
      .when('ines', saying(evidence, { signs: { 'doubt-1': 'confirms' } }), AFTERWARDS)
      .thenRefused({ code: 'criterion-not-verified-here' })
  })

  test('several referees are possible, at once, each with their own meeting and doubts', () => {
    const first = scheduled('2026-03-10T14:00', { stage: 'references', referee: 'referee-1' })
    given(...staffed, first)
      .when(
        'camille',
        scheduling('2026-03-10T15:00', { stage: 'references', referee: 'referee-2', doubts }),
      )
      .thenRecorded({
        type: 'InterviewScheduled',
        interview: 'talk-2',
        application: 'alex',
        stage: 'references',
        start: paris('2026-03-10T15:00').toString(),
        minutes: 60,
        place: 'place-2',
        participants: { ines: 'scorer', malik: 'scorer', lou: 'observer' },
        referee: 'referee-2',
        doubts,
      })
  })

  test('referees and doubts are of this stage only', () => {
    given(...staffed)
      .when('camille', scheduling('2026-03-10T15:00', { referee: 'referee-1', doubts }))
      .thenRecorded({
        type: 'InterviewScheduled',
        interview: 'talk-2',
        application: 'alex',
        stage: 'interview',
        start: paris('2026-03-10T15:00').toString(),
        minutes: 60,
        place: 'place-2',
        participants: { ines: 'scorer', malik: 'scorer', lou: 'observer' },
      })
  })
})

function drafting(after = 0): Command {
  return (state, actor) => saveDraft(state, { interview: 'talk', draft: 'draft-1', after }, actor)
}

describe('a draft', () => {
  const story = [...staffed, scheduled('2026-03-02T14:00')]
  const saved = { type: 'DraftSaved', interview: 'talk', scorer: 'ines', draft: 'draft-1' } as const

  test('is set aside from the start of the interview on, by its scorers', () => {
    given(...story)
      .when('ines', drafting(), '2026-03-02T14:00')
      .thenRecorded(saved)
    given(...story)
      .when('ines', drafting(), '2026-03-02T13:59')
      .thenRefused({ code: 'interview-not-started', start: paris('2026-03-02T14:00') })
    given(...story)
      .when('lou', drafting(), AFTERWARDS)
      .thenRefused({ code: 'not-a-scorer' })
    given(...story)
      .when('zoe', drafting(), AFTERWARDS)
      .thenRefused({ code: 'not-a-member' })
  })

  test('is not notes: the debrief still waits for that person', () => {
    const drafted = continued(story, 'ines', AFTERWARDS, drafting())
    const { drafts, filings } = stateAfter(...drafted).interviews['talk'] ?? {}
    expect(Object.keys(drafts ?? {})).toEqual(['ines'])
    expect(filings).toEqual({})
  })

  test('goes when its notes are filed, and only the person’s own', () => {
    const both = [...story, happened(AFTERWARDS, 'malik', { ...saved, scorer: 'malik' })]
    const drafted = continued(both, 'ines', AFTERWARDS, drafting())
    const done = stateAfter(...drafted, filed('ines', '2026-03-02T17:00'))
    expect(Object.keys(done.interviews['talk']?.drafts ?? {})).toEqual(['malik'])
  })

  test('from a window older than what was filed meanwhile is refused', () => {
    given(...story, filed('ines', AFTERWARDS))
      .when('ines', drafting(), '2026-03-02T17:00')
      .thenRefused({ code: 'notes-filed-meanwhile', at: paris(AFTERWARDS) })
    given(...story, filed('ines', AFTERWARDS))
      .when('ines', drafting(1), '2026-03-02T17:00')
      .thenRecorded(saved)
  })
})

test('amendments are possible any time, those after the opening kept beside the original', () => {
  const open = [
    ...staffed,
    scheduled('2026-03-02T14:00'),
    filed('ines', AFTERWARDS),
    filed('malik', AFTERWARDS),
    debriefOpened('2026-03-03T09:00'),
  ]
  const months = continued(open, 'ines', '2026-06-03T09:00', filing(1))
  const { filings, openedAt } = stateAfter(...months).interviews['talk'] ?? {}
  expect(filings?.['ines']?.map(({ at }) => at)).toEqual([
    paris(AFTERWARDS),
    paris('2026-06-03T09:00'),
  ])
  expect(openedAt).toEqual(paris('2026-03-03T09:00'))
})

test('whoever refused to come is asked again when the interview is moved', () => {
  const refused = happened('2026-03-02T10:00', 'ines', {
    type: 'InvitationAnswered',
    interview: 'talk',
    person: 'ines',
    coming: false,
  })
  const story = [...staffed, scheduled('2026-03-09T14:00'), refused]
  const again = continued(story, 'camille', '2026-03-02T12:00', moving('2026-03-10T14:00'))
  expect(stateAfter(...again).interviews['talk']?.answers).toEqual({})
})
