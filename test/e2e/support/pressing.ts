import type { Locator, Page } from 'playwright-core'
import { vi } from 'vitest'

/**
 * Presses a button of a message until the server took it: one that is redrawn under the pointer takes no
 * click, and people press again.
 */
export async function pressUntilTaken(page: Page, button: Locator): Promise<void> {
  await vi.waitFor(
    () =>
      Promise.all([
        page.waitForResponse((response) => response.url().includes('/actions/'), {
          timeout: 5_000,
        }),
        button.click(),
      ]),
    { timeout: 20_000 },
  )
}
