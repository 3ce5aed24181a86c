/** Hands that click and type on the practice page, as the person chosen at its top. */
import type { Browser, Locator, Page } from 'playwright-core'
import type { Values } from '../../../src/chat/port.ts'
import { launchBrowser } from '../../support/chromium.ts'
import { eyesOn } from './hands.ts'
import type { Found, Means } from './hands.ts'
import { notesIn } from './notes.ts'
import { pressUntilTaken } from './pressing.ts'
import type { Name } from './scene.ts'
import { createWorld } from './world.ts'
import type { World } from './world.ts'

/** A browser of its own for a story. */
export function onThePage(): Means<World> {
  let browser: Browser | undefined
  return {
    scene: createWorld,
    async hands(world, channel) {
      browser = await launchBrowser()
      const page = await browser.newPage({ locale: 'fr-FR' })
      page.setDefaultTimeout(20_000)
      await page.goto(world.url)
      const eyes = eyesOn(world, channel)
      let standing = ''
      /** Becomes someone and goes to a channel, unless that is where they are. */
      const goTo = async (who: Name, there: string) => {
        if (standing !== `${who} ${there}`) await stand(world, page, who, there)
        standing = `${who} ${there}`
      }
      const show = async (who: Name, found: Found) => {
        await goTo(who, found.channel)
        return showMessage(page, found)
      }
      return {
        async command(who, line) {
          await goTo(who, channel())
          await page.getByTestId('composer').fill(line)
          await page.getByTestId('composer').press('Escape')
          const taken = page.waitForResponse((response) => response.url().includes('/commands/'))
          await page.getByTestId('composer').press('Enter')
          await taken
        },
        async press(who, place, label) {
          const message = await show(who, await eyes.button(who, place, label))
          const button = message.getByRole('button', { name: label, exact: true }).last()
          await pressUntilTaken(page, button)
          await message.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
        },
        async fill(_who, values) {
          await fillIn(world, dialogOf(page), values)
          await send(page)
        },
        async fillNotes(_who, level) {
          const dialog = dialogOf(page)
          await dialog.waitFor()
          const inputs = await dialog.locator('[name]').all()
          const names = await Promise.all(inputs.map((one) => one.getAttribute('name')))
          const fields = new Set(names.filter((name) => name !== null))
          await fillIn(world, dialog, notesIn([...fields], level))
          await send(page)
        },
        async sees(who, place, words) {
          const message = await show(who, await eyes.words(who, place, words))
          await message.filter({ hasText: words }).waitFor()
        },
      }
    },
    async release() {
      await browser?.close()
    },
  }
}

/** Becomes someone and goes to a channel, or to the direct messages with the bot. */
async function stand({ people }: World, page: Page, who: Name, channel: string): Promise<void> {
  const { name, type } = await people[who].client.getChannel(channel)
  const place = page.getByTestId(type === 'D' ? 'direct-recrutement' : `channel-${name}`)
  await page.getByTestId(`person-${who}`).click()
  await place.click()
  await page.getByTestId('composer').and(page.locator(':enabled')).waitFor()
}

/** The message on the page, in its thread if it has one. */
async function showMessage(page: Page, { message }: Found): Promise<Locator> {
  const { post, thread } = message
  if (thread === undefined) return page.locator(`#posts [data-post-id="${post}"]`)
  await page.locator(`[data-focus="replies-${thread}"]`).click()
  return page.locator(`#thread [data-post-id="${post}"]`)
}

const dialogOf = (page: Page): Locator => page.getByTestId('dialog')

/** Fills in what the dialog asks among `values`; the rest stays as it was proposed. */
async function fillIn(world: World, dialog: Locator, values: Values): Promise<void> {
  await dialog.waitFor()
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value)) {
      for (const one of value) await dialog.locator(`[name="${name}__${one}"]`).check()
      continue
    }
    const fields = dialog.locator(`[name="${name}"]`)
    if ((await fields.count()) > 0) await fillField(world, dialog, fields, String(value))
  }
}

async function fillField(
  { people }: World,
  dialog: Locator,
  fields: Locator,
  value: string,
): Promise<void> {
  const field = fields.first()
  const type = await field.getAttribute('type')
  const isMenu = (await field.and(dialog.locator('select')).count()) > 0
  if (type === 'radio') await fields.and(dialog.locator(`[value="${value}"]`)).check()
  else if (type === 'checkbox') await field.setChecked(value === 'true')
  else if (isMenu) await field.selectOption(value)
  else if ((await field.getAttribute('role')) === 'combobox') {
    const person = Object.values(people).find(({ id }) => id === value)
    await field.fill(person?.name ?? value)
    await dialog
      .getByRole('option', { name: person?.name ?? value })
      .first()
      .click()
  } else await field.fill(value)
}

/** Sends the dialog and waits for it to close; a refusal fails with its sentence. */
async function send(page: Page): Promise<void> {
  const dialog = dialogOf(page)
  const refusal = dialog.locator('.refusal:not(:empty)').first()
  await dialog.getByTestId('dialog-submit').click()
  const refused = refusal.waitFor().then(
    async () => `The form refuses: ${await refusal.innerText()}`,
    () => undefined,
  )
  const closed = dialog.waitFor({ state: 'detached' }).then(() => undefined)
  const refusalText = await Promise.race([closed, refused])
  if (refusalText !== undefined) throw new Error(refusalText)
}
