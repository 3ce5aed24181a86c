import { Redis } from 'ioredis'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { launchBrowser } from './chromium.ts'
import { createTestDatabase } from './postgres.ts'
import { startRedis } from './redis.ts'

test('a test has a Redis of its own that it can empty and that runs scripts', async () => {
  const server = await startRedis()
  const client = new Redis(server.url)
  try {
    await client.set('key', 'value')
    expect(await client.eval('return cjson.encode({1, 2})', 0)).toBe('[1,2]')
    await server.flush()
    expect(await client.dbsize()).toBe(0)
  } finally {
    client.disconnect()
    await server.stop()
  }
})

test('a test has an empty database of its own, gone once dropped', async () => {
  const database = await createTestDatabase()
  const client = new Client(database.url)
  await client.connect()
  await client.query('create table mine (id int)')
  await client.end()
  await database.drop()
  await expect(new Client(database.url).connect()).rejects.toThrow(/does not exist/)
})

test('a test has a browser that shows a page and its French letters', async () => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.setContent('<label>Été <input type="date"></label><button>Créer</button>')
    await page.getByLabel('Été').fill('2026-07-14')
    expect(await page.getByLabel('Été').inputValue()).toBe('2026-07-14')
    expect((await page.screenshot()).byteLength).toBeGreaterThan(1000)
  } finally {
    await browser.close()
  }
})
