/** What an example of the page was written for, and must be replaced before it is said. */

const PLACEHOLDER = /\[[^[\]]+\]/g

/** Passages `[between brackets]`, without their brackets, each once. */
export function placeholdersIn(texts: readonly string[]): readonly string[] {
  return unique(texts.flatMap((text) => text.match(PLACEHOLDER) ?? []).map((it) => it.slice(1, -1)))
}

/** Capitals that any reader knows, and tools that many products share. */
const KNOWN = new Set(
  'ANSSI CNIL DINUM RGAA RGPD DSFR OWASP HTML HTTP HTTPS JSON REST SAAS SCRUM KANBAN AARRI WTTJ OKRS KPIS APIS URSSAF CONTEXTE CONSIGNE ATTENTION OBJECTIF IMPORTANT NOTE EXEMPLE OUI NON beta Beta France État Etat Europe Startup Startups Start Product Manager Managers Owner Growth Hackers Hacker Scrum Agile Design Matomo PostHog Figma Sketch GitHub GitLab Mattermost Slack Notion Jira Trello Metabase Sentry Docker Kubernetes React Vue Angular Python Django Ruby Rails Java JavaScript TypeScript Excel Word Google Miro Welcome Jungle Icebreaker Marianne Administration Admin Web Internet Intra'.split(
    ' ',
  ),
)

const CAPITALS =
  /(?<![\p{L}\p{N}-])\p{Lu}[\p{Lu}\p{N}-]{3,}(?:[  ]\p{Lu}[\p{L}\p{N}-]+)*(?![\p{L}\p{N}])/gu

/** A name after the words that introduce where one works: « tu arrives sur Untel ». */
const NAMED =
  /(?:\b(?:sur|chez|rejoins|produit|service|startup|application|plateforme|équipe(?: de)?)[  ])(?:d['’]|de[  ]|l['’])?(\p{Lu}[\p{Ll}\p{N}-]+(?:[  ]\p{Lu}[\p{L}\p{N}-]+)*)/gu

/** Names of other products in the examples, each once. Names of tools and common capitals are let be. */
export function otherProductsIn(texts: readonly string[]): readonly string[] {
  return unique(
    texts.flatMap((text) => {
      // What is between brackets is to be replaced anyway.
      const said = text.replaceAll(PLACEHOLDER, '')
      const capitals = said.match(CAPITALS) ?? []
      const named = [...said.matchAll(NAMED)].map(([, name = '']) => name)
      return [...capitals, ...named].filter((name) => !KNOWN.has(name.split(/[  ]/)[0] ?? ''))
    }),
  )
}

/** Puts the name of another product between brackets, as everything that somebody must replace. */
export function withProductsMarked(text: string, products: readonly string[]): string {
  const longestFirst = products.toSorted((a, b) => b.length - a.length)
  return longestFirst.reduce(
    (marked, name) =>
      marked
        .split(/(\[[^[\]]*\])/)
        .map((part) => (part.startsWith('[') ? part : part.replaceAll(name, `[${name}]`)))
        .join(''),
    text,
  )
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}
