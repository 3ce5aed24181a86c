/** A form that was left open does not write over what someone else saved meanwhile. */
import { createHash } from 'node:crypto'
import type { Refusal } from '../process/refusal.ts'

const SEEN_ARG = 'seen'

type Args = Readonly<Record<string, string>>

/** `args` for a form that shows `value`, whatever it holds: only a fingerprint goes with the form. */
export function showing(args: Args, value: unknown): Args {
  return { ...args, [SEEN_ARG]: fingerprint(value) }
}

/** Refuses when `value` is no longer what the form with these `args` showed. */
export function refuseEdited(args: Args, value: unknown): Refusal | undefined {
  const seen = args[SEEN_ARG]
  return seen === undefined || seen === fingerprint(value)
    ? undefined
    : { code: 'edited-meanwhile' }
}

function fingerprint(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest('hex')
    .slice(0, 16)
}
