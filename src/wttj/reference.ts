/** What the link of a candidate's page on Welcome to the Jungle tells. */
import type { CandidateReference } from './port.ts'

/** Welcome Kit is the applicant tracking system of Welcome to the Jungle; both names are in use. */
const DOMAINS = ['welcomekit.co', 'welcometothejungle.com', 'wttj.co']

/** What is opaque has no form to check; the digit only sets it apart from words such as `new`. */
const REFERENCE = /^(?=.*\d)[\w-]{1,100}$/u

/** True for a web address of Welcome to the Jungle, whatever it leads to. */
export function isWttjLink(link: string): boolean {
  return wttjUrl(link) !== undefined
}

/**
 * The candidate whose page it is; undefined for any other page, and for an address that names two
 * candidates. Understands `…/card/REFERENCE`, the address that Welcome Kit gives of a candidate
 * (`modal_path` in its documentation), and those of its API: `…/candidates/REFERENCE` and
 * `…?candidate_reference=REFERENCE`.
 */
export function candidateReferenceOf(link: string): CandidateReference | undefined {
  const url = wttjUrl(link)
  if (!url) return undefined
  const inPath = [...url.pathname.matchAll(/\/(?:card|candidates)\/([^/]+)/gu)].map(([, it]) => it)
  const named = new Set([...inPath, ...url.searchParams.getAll('candidate_reference')])
  const [reference] = named
  if (named.size !== 1 || reference === undefined) return undefined
  return REFERENCE.test(reference) ? reference : undefined
}

function wttjUrl(link: string): URL | undefined {
  const url = URL.parse(link)
  if (!url || !/^https?:$/u.test(url.protocol)) return undefined
  const known = DOMAINS.some((it) => url.hostname === it || url.hostname.endsWith(`.${it}`))
  return known ? url : undefined
}
