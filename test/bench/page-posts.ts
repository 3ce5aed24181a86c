/**
 * How the practice page carries a channel of 2,000 posts: `node test/bench/page-posts.ts`. Prints, in
 * milliseconds: opening the channel, each step back to its beginning, a new post until it shows, and the
 * longest time that the page was busy.
 */
import { startPractice } from '../sandbox/page-support.ts'

const POSTS = 2_000
const MESSAGE =
  'Une phrase **comme on en écrit**, avec un [lien](https://exemple.gouv.fr) et `du code`.'

async function taking(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return Math.round(performance.now() - from)
}

const practice = await startPractice()
try {
  const intra = await practice.as('intra')
  const [team] = await intra.get<{ id: string }[]>('/users/me/teams')
  const channel = await intra.get<{ id: string }>(
    `/teams/${team?.id ?? ''}/channels/name/town-square`,
  )
  const say = (message: string) =>
    intra.post('/posts', { channel_id: channel.id, message, root_id: '' })
  for (let i = 0; i < POSTS; i += 1) await say(`${i}. ${MESSAGE}`)
  await say('La dernière')

  const page = await practice.open('metier', { viewport: { width: 1280, height: 900 } })
  await page.evaluate(`
    window.longest = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration)
    }).observe({ type: 'longtask', buffered: true })`)
  const posts = page.getByTestId('posts')
  await page.getByTestId('channel-off-topic').click()
  const opening = await taking(async () => {
    await page.getByTestId('channel-town-square').click()
    await posts.getByText('La dernière').waitFor()
  })
  const steps: number[] = []
  const older = page.getByRole('button', { name: 'Afficher les messages précédents' })
  while ((await older.count()) > 0) {
    const before = await posts.getByText('Une phrase').count()
    steps.push(
      await taking(async () => {
        await older.click()
        await page.waitForFunction(
          `document.querySelectorAll('#posts strong').length > ${before} ||
           !document.querySelector('.older')`,
        )
      }),
    )
  }
  const arriving = await taking(async () => {
    await say('Une nouvelle')
    await posts.getByText('Une nouvelle').waitFor()
  })
  const longest = await page.evaluate<number>('window.longest')
  const shown = await posts.getByText('Une phrase').count()
  process.stdout.write(
    `${JSON.stringify({
      posts: shown,
      opening,
      steps: steps.join(' '),
      arriving,
      longest: Math.round(longest),
    })}\n`,
  )
} finally {
  await practice.stop()
}
