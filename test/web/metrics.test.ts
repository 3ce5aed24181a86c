/** What Prometheus reads of the bot. */
import { afterEach, describe, expect, test } from 'vitest'
import { Hono } from 'hono'
import { metrics } from '../../src/web/metrics.ts'
import { startWeb } from '../../src/web/server.ts'
import type { Web } from '../../src/web/server.ts'
import { freePort } from '../support/free-port.ts'
import { keptLog } from '../support/kept-log.ts'

describe('the metrics', () => {
  const open: Web[] = []
  afterEach(async () => {
    await Promise.all(open.splice(0).map((web) => web.stop()))
  })

  test('tell what was said how late, what waits, and how long answers took', async () => {
    const measured = metrics(async () => ({ oldestNotes: 7_200, overdue: 3 }))
    measured.settled({ kind: 'brief', status: 'said', late: 0.3 })
    measured.settled({ kind: 'brief', status: 'skipped', late: 90_000 })
    const port = await freePort()
    const routes = new Hono().post('/command', (context) => context.json({}))
    open.push(
      await startWeb(port, { '/mattermost': routes }, { metrics: measured, log: keptLog().log }),
    )
    const headers = { Connection: 'close' }
    await fetch(`http://localhost:${port}/mattermost/command`, { method: 'POST', headers })
    await fetch(`http://localhost:${port}/secret-of-somebody`, { headers })
    const response = await fetch(`http://localhost:${port}/metrics`, { headers })
    expect(response.headers.get('content-type')).toContain('text/plain')
    const text = await response.text()
    expect(text).toContain('recrutement_entries_total{kind="brief",status="said"} 1')
    expect(text).toContain('recrutement_entries_total{kind="brief",status="skipped"} 1')
    expect(text).toContain('recrutement_lateness_seconds_count 1')
    expect(text).toContain('recrutement_gate_age_seconds 7200')
    expect(text).toContain('recrutement_overdue_entries 3')
    expect(text).toContain('recrutement_answer_seconds_count{route="mattermost",status="200"} 1')
    expect(text).toContain('recrutement_answer_seconds_count{route="other",status="404"} 1')
    expect(text).not.toContain('secret-of-somebody')
  })
})
