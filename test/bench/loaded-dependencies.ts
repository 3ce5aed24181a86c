/** Loaded before the bot (`--import`): writes down which modules of others its own files load. */
import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

const file = process.env['LOADED_FILE'] ?? ''

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context)
    const isOurs = context.parentURL?.includes('/node_modules/') === false
    const isModule = !resolved.url.endsWith('.json')
    if (isOurs && isModule && resolved.url.includes('/node_modules/'))
      appendFileSync(file, `${resolved.url}\n`)
    return resolved
  },
})
