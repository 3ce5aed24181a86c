import { describe, expect, test } from 'vitest'
import { readAsked } from '../../../src/bot/guide/asked.ts'
import { CRAFT_TYPED, STAGE_TYPED } from '../../../src/bot/guide/words.ts'
import { CRAFTS, STAGES } from '../../../src/process/vocabulary.ts'

const DEPLOYMENTS = ['deployment-junior', 'deployment-senior']

test.each([
  ['dev préqualification', ['developer'], ['prequalification']],
  ['développeuse ENTRETIEN', ['developer'], ['interview']],
  ['Développeur / entretien métier', ['developer'], ['interview']],
  ['product manager, mise en situation', ['product-manager'], ['case-study']],
  ['gestion de produit cas pratique', ['product-manager'], ['case-study']],
  ['cheffe de produit intra', ['product-manager'], ['interview']],
  ['UX références', ['designer'], ['references']],
  ['designers prise de référence', ['designer'], ['references']],
  ['coachs collab', ['coach'], ['collaboration']],
  ['chargée de déploiement senior préqualif', ['deployment-senior'], ['prequalification']],
  ['bizdev débutante situation', ['deployment-junior'], ['case-study']],
  ['junior entretien', ['deployment-junior'], ['interview']],
  ['développeur junior entretien', ['developer'], ['interview']],
  ['autre métier entretien', ['other'], ['interview']],
  ['entretien sur le cadre de collaboration', [], ['collaboration']],
  ['l’entretien d’adéquation culturelle', [], ['collaboration']],
  ['préqu', [], ['prequalification']],
  ['', [], []],
])('« %s » is understood', (typed, crafts, stages) => {
  expect(readAsked(typed)).toEqual({ crafts, stages })
})

describe('a choice is left open', () => {
  test('between the two levels of deployment when none is said', () => {
    expect(readAsked('déploiement entretien').crafts).toEqual(DEPLOYMENTS)
    expect(readAsked('bizdev').crafts).toEqual(DEPLOYMENTS)
    expect(readAsked('Biz Dev')).toEqual({ crafts: DEPLOYMENTS, stages: [] })
    expect(readAsked('business developer senior').crafts).toEqual(['deployment-senior'])
  })

  test('between crafts or stages that are all named', () => {
    expect(readAsked('dev design entretien').crafts).toEqual(['developer', 'designer'])
    expect(readAsked('coach situation références').stages).toEqual(['case-study', 'references'])
  })
})

test('a word that means nothing is kept as typed, with what it looks like', () => {
  expect(readAsked('Kubernetes entretien')).toEqual({
    crafts: [],
    stages: ['interview'],
    unknown: 'Kubernetes',
  })
  expect(readAsked('dev entreiten')).toEqual({
    crafts: ['developer'],
    stages: [],
    unknown: 'entreiten',
    meant: 'dev entretien',
  })
  expect(readAsked('desing entretien').meant).toBe('design entretien')
})

test.each(CRAFTS.flatMap((craft) => STAGES.map((stage) => [craft, stage] as const)))(
  'what the bot says to type for %s, %s is understood by itself',
  (craft, stage) => {
    expect(readAsked(`${CRAFT_TYPED[craft]} ${STAGE_TYPED[stage]}`)).toEqual({
      crafts: [craft],
      stages: [stage],
    })
  },
)
