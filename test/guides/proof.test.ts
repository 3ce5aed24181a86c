import { expect, test } from 'vitest'
import { loadGuides } from '../../src/guides/load.ts'
import { questionFor } from '../../src/guides/proof.ts'
import { SHIPPED } from './folder.ts'

const guides = await loadGuides(SHIPPED)

test('the question that names a criterion is its proof', () => {
  const { guide } = guides.find('developer', 'interview')
  expect(questionFor(guide, 'autonomie')?.id).toBe('facon-de-travailler')
})

test('a criterion of the framing that no question names goes to the question for any', () => {
  const own = guides.find('developer', 'collaboration').guide
  const generic = guides.find('other', 'prequalification').guide
  expect(questionFor(own, 'ajoute-au-cadrage')?.id).toBe('cadre-de-travail')
  expect(questionFor(generic, 'ajoute-au-cadrage')?.id).toBe('competences-cles')
})

test('a guide without such a question gives no proof', () => {
  const { guide } = guides.find('developer', 'interview')
  expect(questionFor({ ...guide, script: [] }, 'autonomie')).toBeUndefined()
})
