import { expect, test } from 'vitest'
import { parseGuide } from '../../src/guides/parse.ts'

/** A sound guide, as small as one can be while using every field. */
export const SAMPLE = `---
metier: coaching
etape: entretien
titre: Entretien métier, coaching
objectif: Trouver la preuve que la personne sait accompagner une équipe.
duree: { min: 45, max: 60 }
---

## Critères

### La personne est capable d'aider une équipe à choisir

- Identifiant : choisir
- Poids : 3
- Obligatoire : oui
- 3 : Raconte ce qui a changé.
- 2 : Décrit un cas.
- 1 : Connaît des méthodes.
- 0 : Choisit à la place de l'équipe.

## Trame

### 0–2 min · Accueil

Présente-toi.

### 2–50 min · Accompagnement

Fais raconter.

#### Une équipe qui hésitait

- Identifiant : equipe
- À quoi ça sert : Voir une décision naître.
- Conseil : Demande la suite.
- Exemples :
  - « Qu'as-tu fait pendant [durée] ? »
- Critères : choisir, ceux du cadrage
- Faits : disponibilité, prix

## Points de vigilance

- Pas de débrief à chaud.
`

/** The sample with one passage replaced, which must be there. */
export function sampleWith(passage: string, replacement: string): string {
  if (!SAMPLE.includes(passage)) throw new Error(`not in the sample: ${passage}`)
  return SAMPLE.replace(passage, () => replacement)
}

/** The faults of a source, as `line: sentence`. */
export function faultsOf(source: string): string[] {
  const read = parseGuide('guide.md', source)
  return 'faults' in read ? read.faults.map(({ line, message }) => `${line}: ${message}`) : []
}

/** What was done to the sample, its passage, what replaced it, and the faults to expect. */
type FaultCase = readonly [done: string, passage: string, replacement: string, faults: string[]]

/** One test per case: the damaged sample has these faults and no other. */
export function testFaults(cases: readonly FaultCase[]): void {
  test.each(cases)('%s', (_, passage, replacement, faults) => {
    expect(faultsOf(sampleWith(passage, replacement))).toEqual(faults)
  })
}
