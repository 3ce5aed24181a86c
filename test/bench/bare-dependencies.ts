/** The least that the bot can weigh: a process that loads what it loads from others, and waits. */
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const { LOADED = '[]', PORT } = process.env
const modules: unknown = JSON.parse(LOADED)
if (!Array.isArray(modules) || modules.length === 0) throw new Error('Nothing to load')
for (const url of modules) await import(String(url))
const app = new Hono()
app.get('/healthz', (context) => context.json({}))
serve({ fetch: app.fetch, port: Number(PORT) })
