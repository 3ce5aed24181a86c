/** GitBook's own blocks in a Markdown export: `{% hint style="warning" %}` … `{% endhint %}`. */
export interface Directive {
  /** From here on, text is or is no longer a warning. */
  readonly warning?: boolean
  /** The title of a tab, which is a box like another. */
  readonly title?: string
  readonly leaves?: true
  readonly address?: string
}

/** What a line means when it is only such a mark; undefined for any other line. */
export function directiveOf(line: string): Directive | undefined {
  const [, name, rest = ''] = /^\{%\s*([\w-]+)(.*?)%\}$/.exec(line) ?? []
  if (name === undefined) return undefined
  const attribute = (key: string): string | undefined =>
    new RegExp(`\\b${key}=(?:["“]([^"”]*)["”]|'([^']*)')`)
      .exec(rest)
      ?.slice(1)
      .find((value) => value !== undefined)
  if (name === 'hint') return { warning: /warning|danger/.test(attribute('style') ?? '') }
  if (name === 'endhint') return { warning: false }
  if (name === 'endtab') return { leaves: true }
  const title = attribute('title')
  const address = name === 'embed' || name === 'file' ? attribute('url') : undefined
  return { ...(title && { title }), ...(address && { address }) }
}
