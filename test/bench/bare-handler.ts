/** What a command costs at least: a handler that makes one indexed read and answers. */
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { openPool } from '../../src/store/database.ts'

const pool = openPool(process.env['DATABASE_URL'] ?? '')
const app = new Hono()
app.get('/healthz', (context) => context.json({}))
app.post('/mattermost/command', async (context) => {
  const { channel_id: channel } = await context.req.parseBody()
  const { rows } = await pool.query<{ recruitment: string }>(
    'select recruitment from channels where channel = $1',
    [channel],
  )
  return context.json({ response_type: 'ephemeral', text: rows[0]?.recruitment })
})
serve({ fetch: app.fetch, port: Number(process.env['PORT']) })
