/** Every refusal as whoever gets it reads it: `refusals.md` is to be read from top to bottom. */
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/bot/refusals/explain.ts'
import type { Case, Desk } from '../../src/bot/topic.ts'
import type { Refusal } from '../../src/process/refusal.ts'
import { stateAfter } from '../process/support/history.ts'
import { ready } from '../process/support/story.ts'

const now = Temporal.Instant.from('2026-03-04T09:00:00Z')
const soon = now.add({ hours: 28 })
const earlier = now.subtract({ hours: 19 })

/** One example of each; the type leaves none out. */
const EXAMPLES: { readonly [C in Refusal['code']]: Extract<Refusal, { readonly code: C }> } = {
  'not-a-member': { code: 'not-a-member' },
  'owner-only': { code: 'owner-only', owner: 'camille' },
  'owner-or-deputy-only': { code: 'owner-or-deputy-only', owner: 'camille', deputy: 'sacha' },
  'owner-still-here': { code: 'owner-still-here', owner: 'camille' },
  'owner-is-not-deputy': { code: 'owner-is-not-deputy' },
  'not-the-advisor': { code: 'not-the-advisor' },
  'advisor-missing': { code: 'advisor-missing' },
  'advisor-is-owner': { code: 'advisor-is-owner' },
  'advisor-must-confirm': { code: 'advisor-must-confirm', advisor: 'noor' },
  'advisor-confirmed-already': { code: 'advisor-confirmed-already' },
  'advisor-not-needed': { code: 'advisor-not-needed' },
  'member-without-stage': { code: 'member-without-stage' },
  'unknown-member': { code: 'unknown-member' },
  'last-scorer': { code: 'last-scorer', interviews: 1 },
  'reason-to-let-off-needed': { code: 'reason-to-let-off-needed', interviews: 1 },
  'already-there': { code: 'already-there' },
  'not-attended': { code: 'not-attended' },
  'unknown-criterion': { code: 'unknown-criterion' },
  'reason-needed': { code: 'reason-needed' },
  'framing-open': { code: 'framing-open' },
  'framing-closed-already': { code: 'framing-closed-already' },
  'framing-without-criteria': { code: 'framing-without-criteria' },
  'criterion-without-stage': { code: 'criterion-without-stage', criteria: ['curious'] },
  'criterion-verified-too-late': {
    code: 'criterion-verified-too-late',
    criteria: ['trusted', 'kind'],
  },
  'too-many-at-prequalification': { code: 'too-many-at-prequalification', count: 5, most: 4 },
  'framing-changed-meanwhile': { code: 'framing-changed-meanwhile' },
  'edited-meanwhile': { code: 'edited-meanwhile' },
  'setting-out-of-range': {
    code: 'setting-out-of-range',
    setting: 'nudgeMinutes',
    min: 5,
    max: 60,
  },
  'owner-told-too-early': { code: 'owner-told-too-early' },
  'every-stage-skipped': { code: 'every-stage-skipped' },
  'stage-skipped': { code: 'stage-skipped', stage: 'case-study' },
  'nothing-changed': { code: 'nothing-changed' },
  'unknown-held': { code: 'unknown-held' },
  'held-settled': { code: 'held-settled' },
  'held-quoted': { code: 'held-quoted' },
  'held-still-seen': { code: 'held-still-seen' },
  'unknown-application': { code: 'unknown-application' },
  'candidate-not-informed': { code: 'candidate-not-informed' },
  'withdrawn-already': { code: 'withdrawn-already' },
  'not-in-the-running': { code: 'not-in-the-running' },
  'decision-awaited': { code: 'decision-awaited', owner: 'camille' },
  'stage-reached-already': { code: 'stage-reached-already', stage: 'interview' },
  'stage-not-reached': { code: 'stage-not-reached', stage: 'collaboration' },
  'too-many-at-collaboration': { code: 'too-many-at-collaboration', most: 3 },
  'notes-owed-first': { code: 'notes-owed-first' },
  'mandatory-not-validated': { code: 'mandatory-not-validated', criteria: ['careful'] },
  'mandatory-not-assessed': { code: 'mandatory-not-assessed', criteria: ['skilled'] },
  'applications-undecided': { code: 'applications-undecided', applications: ['alex'] },
  'candidates-unanswered': { code: 'candidates-unanswered', applications: ['alex'] },
  'someone-is-chosen': { code: 'someone-is-chosen' },
  'recruitment-closed': { code: 'recruitment-closed' },
  'erase-while-running': { code: 'erase-while-running' },
  'erase-while-chosen': { code: 'erase-while-chosen' },
  'unknown-follow-up': { code: 'unknown-follow-up' },
  'unknown-interview': { code: 'unknown-interview' },
  'interview-cancelled': { code: 'interview-cancelled' },
  'interview-started': { code: 'interview-started' },
  'interview-not-started': { code: 'interview-not-started', start: soon },
  'interview-not-ended': { code: 'interview-not-ended', end: soon },
  'stage-already-scheduled': { code: 'stage-already-scheduled', start: soon },
  'date-past': { code: 'date-past' },
  'date-at-night': { code: 'date-at-night' },
  'wrong-duration': { code: 'wrong-duration', min: 5, max: 240 },
  'no-scorer': { code: 'no-scorer', stage: 'case-study' },
  'conductor-not-invited': { code: 'conductor-not-invited' },
  overlap: { code: 'overlap', person: 'ines' },
  'not-invited': { code: 'not-invited' },
  'not-a-scorer': { code: 'not-a-scorer' },
  'notes-exist': { code: 'notes-exist' },
  'notes-filed-meanwhile': { code: 'notes-filed-meanwhile', at: earlier },
  'level-without-evidence': { code: 'level-without-evidence', criteria: ['curious'] },
  'level-not-allowed': { code: 'level-not-allowed' },
  'criterion-not-verified-here': { code: 'criterion-not-verified-here' },
  'recommendation-not-allowed': { code: 'recommendation-not-allowed' },
  'recommendation-missing': { code: 'recommendation-missing' },
  'nothing-owed': { code: 'nothing-owed' },
  'reminded-recently': { code: 'reminded-recently', at: earlier },
  'waive-oneself': { code: 'waive-oneself' },
  'waive-last': { code: 'waive-last' },
  'waived-already': { code: 'waived-already' },
  'debrief-open-already': { code: 'debrief-open-already' },
  'debrief-shut': { code: 'debrief-shut', missing: ['ines'] },
  'no-report': { code: 'no-report' },
  'not-your-report': { code: 'not-your-report' },
  'owner-needs-access': { code: 'owner-needs-access' },
  'sent-otherwise-before': { code: 'sent-otherwise-before' },
}

const PEOPLE: Readonly<Record<string, string>> = {
  camille: 'Camille Roy',
  sacha: 'Sacha Petit',
  noor: 'Noor Haddad',
  ines: 'Inès Garnier',
}
const TEXTS: Readonly<Record<string, unknown>> = {
  'label-curious': 'La personne fait preuve de curiosité pour l’usage',
  'label-careful': 'La personne maîtrise la sécurité d’un service',
  'label-skilled': 'La personne est capable de découper un problème',
  'label-kind': 'La personne est capable de partager ses doutes',
  'label-trusted': 'La personne fait preuve de constance',
  'candidate-alex': { name: 'Alex Moreau' },
}

describe('refusals', () => {
  it('each say what is wrong and what to do, in one or two short sentences', async () => {
    const codes = Object.keys(EXAMPLES)
    const sentences = await Promise.all(
      Object.values(EXAMPLES).map((refusal) => explain(desk(), on, refusal, 'malik')),
    )
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/erreur|invalide|!|undefined|\[object/i)
      expect(sentence).toMatch(/^[A-ZÀÉÎÔ«]/u)
      expect(sentence).toMatch(/[.?]$/u)
    }
    const lines = codes.map((code, i) => `- ${sentences[i]} _(${code})_`)
    await expect(`# Refusals\n\n${lines.join('\n')}\n`).toMatchFileSnapshot('refusals.md')
  })
})

const on: Case = { id: 'r', state: stateAfter(...ready) }

function desk(): Desk {
  const known = {
    person: async (id: string) => ({
      id,
      name: PEOPLE[id] ?? '',
      active: true,
      isBot: false,
      isAdmin: false,
    }),
    clock: { now: () => now },
    defaultZone: 'Europe/Paris',
    store: {
      texts: async () => ({ get: (_kind: string, id: string | undefined) => TEXTS[id ?? ''] }),
    },
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- sentences need nothing else of it
  return known as unknown as Desk
}
