/** The published description of the Mattermost API, where there is a copy of it. */
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const FILE = new URL('../../../../shared/specs/mattermost-api-v4.yaml', import.meta.url)

export const hasMattermostSpec = existsSync(FILE)

const node = z.record(z.string(), z.unknown())
type Node = z.infer<typeof node>

export interface MattermostSpec {
  /** Whether the description has this method on this path, e.g. `get` `/api/v4/users/{user_id}`. */
  has(method: string, path: string): boolean
  /** What in a successful answer is not as described, in words. `extra`: fields it may have besides. */
  problems(method: string, path: string, answer: unknown, extra: readonly string[]): string[]
}

const at = (value: unknown, ...path: readonly string[]): Node => {
  let current: unknown = value
  for (const step of path) current = node.safeParse(current).data?.[step]
  return node.safeParse(current).data ?? {}
}

function typeProblem(type: unknown, value: unknown): boolean {
  if (type === 'string') return typeof value !== 'string'
  if (type === 'boolean') return typeof value !== 'boolean'
  if (type === 'integer') return !Number.isInteger(value)
  if (type === 'number') return typeof value !== 'number'
  if (type === 'array') return !Array.isArray(value)
  return type === 'object' && (typeof value !== 'object' || value === null || Array.isArray(value))
}

export function readMattermostSpec(): MattermostSpec {
  const root: unknown = parse(readFileSync(FILE, 'utf8'))

  const resolve = (schema: Node): Node => {
    const reference = schema['$ref']
    const target =
      typeof reference === 'string' ? at(root, ...reference.split('/').slice(1)) : schema
    const parts = z.array(node).safeParse(target['allOf']).data ?? []
    return parts.reduce((merged: Node, part) => ({ ...merged, ...resolve(part) }), target)
  }

  const check = (
    raw: Node,
    value: unknown,
    where: string,
    extra: ReadonlySet<string>,
  ): string[] => {
    const schema = resolve(raw)
    if (typeProblem(schema['type'], value))
      return [`${where}: ${JSON.stringify(value)} is no ${String(schema['type'])}`]
    if (Array.isArray(value))
      return value.flatMap((item, index) =>
        check(at(schema, 'items'), item, `${where}[${index}]`, extra),
      )
    const properties = at(schema, 'properties')
    if (Object.keys(properties).length === 0) {
      const each = at(schema, 'additionalProperties')
      if (Object.keys(each).length === 0) return []
      return Object.entries(node.safeParse(value).data ?? {}).flatMap(([key, item]) =>
        check(each, item, `${where}.${key}`, extra),
      )
    }
    return Object.entries(node.safeParse(value).data ?? {}).flatMap(([key, item]) => {
      if (extra.has(key)) return []
      if (!(key in properties)) return [`${where}.${key} is not in the description`]
      return check(at(properties, key), item, `${where}.${key}`, extra)
    })
  }

  return {
    has: (method, path) => Object.keys(at(root, 'paths', path)).includes(method),
    problems(method, path, answer, extra) {
      const responses = at(root, 'paths', path, method, 'responses')
      const success = Object.keys(responses).find((status) => /^2\d\d$/.test(status)) ?? ''
      const content = at(responses, success, 'content', 'application/json', 'schema')
      return check(content, answer, '', new Set(extra))
    },
  }
}
