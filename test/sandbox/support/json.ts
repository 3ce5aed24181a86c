/** Reading JSON whose shape a test is about to check. */
import { z } from 'zod'

const record = z.record(z.string(), z.unknown())

export const asRecord = (value: unknown): Record<string, unknown> => record.parse(value)

export const parseRecord = (text: string): Record<string, unknown> => asRecord(JSON.parse(text))
