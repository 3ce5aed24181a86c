import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidateReferenceOf, isWttjLink } from '../../src/wttj/reference.ts'
import { startFakeWelcomeKit } from './support/fake-welcome-kit.ts'

const REFERENCE = 'wttj-d655345409a6097309156b05'
const CARD = `/dashboard/o/Pg4eV6k/jobs/WTTJ_KmqkD1Y/card/${REFERENCE}`

describe('a link of Welcome to the Jungle', () => {
  it.each([
    'https://www.welcomekit.co/dashboard/o/Pg4eV6k',
    'https://welcomekit.co',
    'https://exemple.welcomekit.co/jobs/developpement',
    'https://www.welcometothejungle.com/fr/companies/communaute-beta-gouv/jobs/developpement',
    'https://WelcomeToTheJungle.com/',
    'http://ats.welcometothejungle.com/board',
    'https://wttj.co/abc',
  ])('is one by its host: %s', (link) => {
    expect(isWttjLink(link)).toBe(true)
  })

  it.each([
    ['a longer host', 'https://welcometothejungle.com.evil.example/'],
    ['a host that ends alike', 'https://notwelcomekit.co/'],
    ['a name and password in front', 'https://www.welcomekit.co@evil.example/'],
    ['the host in the path', 'https://evil.example/www.welcomekit.co'],
    ['the host in the query', 'https://evil.example?u=https://www.welcomekit.co'],
    ['a backslash', 'https://evil.example\\.welcomekit.co'],
    ['letters that look alike', 'https://www.welcomeкit.co/'],
    ['another protocol', 'javascript://www.welcomekit.co/%0aalert(1)'],
    ['no protocol', 'www.welcomekit.co/dashboard'],
    ['nothing', ''],
  ])('is not made of %s', (_, link) => {
    expect(isWttjLink(link)).toBe(false)
    expect(candidateReferenceOf(link + CARD)).toBeUndefined()
  })
})

describe('the reference of a candidate', () => {
  it('is in the address that Welcome Kit gives of a candidate', async () => {
    await using kit = await startFakeWelcomeKit({ candidates: [REFERENCE] })
    const { modal_path: path } = await kit.candidate(REFERENCE)
    expect(candidateReferenceOf(`https://www.welcomekit.co${path}`)).toBe(REFERENCE)
  })

  it.each([
    ['of a card', `https://www.welcomekit.co${CARD}`],
    ['with a slash at the end', `https://www.welcomekit.co${CARD}/`],
    ['of a tab of the card', `https://www.welcomekit.co${CARD}/comments?page=2#last`],
    ['of the API', `https://www.welcomekit.co/api/v1/external/candidates/${REFERENCE}`],
    ['with the reference in its query', `https://welcomekit.co/?candidate_reference=${REFERENCE}`],
    [
      'that says it twice',
      `https://www.welcomekit.co${CARD}?candidate_reference=${REFERENCE}&candidate_reference=${REFERENCE}`,
    ],
    ['pasted with spaces around', `  https://www.welcomekit.co${CARD}\n`],
  ])('is in an address %s', (_, link) => {
    expect(candidateReferenceOf(link)).toBe(REFERENCE)
  })

  it.each([
    ['of an offer', 'https://www.welcometothejungle.com/fr/companies/beta/jobs/dev_paris_BETA_1a2'],
    ['of a pipeline', 'https://www.welcomekit.co/dashboard/o/Pg4eV6k/jobs/WTTJ_KmqkD1Y'],
    ['of a form', 'https://www.welcomekit.co/dashboard/o/Pg4eV6k/jobs/W_1/new-candidate/392777'],
    ['of the list', 'https://www.welcomekit.co/dashboard/o/Pg4eV6k/candidates/'],
    ['of a page of the list', 'https://www.welcomekit.co/dashboard/o/Pg4eV6k/candidates/archived'],
    ['of two candidates', `https://www.welcomekit.co${CARD}?candidate_reference=wttj-1`],
    ['with something else there', 'https://www.welcomekit.co/candidates/1%2F..%2F2'],
    ['that is broken there', 'https://www.welcomekit.co/candidates/%E0%A4%A'],
    ['with an endless one', `https://www.welcomekit.co/candidates/${'1'.repeat(101)}`],
    ['of another site', `https://evil.example${CARD}`],
  ])('is not in an address %s', (_, link) => {
    expect(candidateReferenceOf(link)).toBeUndefined()
  })

  it('is plain or absent, whatever is pasted', () => {
    const pasted = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string().map((end) => `https://www.welcomekit.co/candidates/${end}`),
      fc.string().map((end) => `https://www.welcomekit.co/?candidate_reference=${end}`),
      fc.tuple(fc.string(), fc.string()).map((parts) => parts.join('welcomekit.co/card/')),
    )
    fc.assert(
      fc.property(pasted, (link) => {
        const reference = candidateReferenceOf(link)
        expect(reference ?? 'a1').toMatch(/^[\w-]+$/)
        if (reference !== undefined) expect(isWttjLink(link)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
