/** Small pages in the shapes of published ones, in words of our own. */
import type { FoundGuide, ImportedPage } from '../../../src/guides/import/imported.ts'
import { readPage } from '../../../src/guides/import/read-page.ts'

/** A list that an editor turned into lines in italics, with the next title glued to its end. */
export const TYPED_CRITERIA = String.raw`_- La personne maîtrise les tests_\
\- _La personne est capable d'expliquer_ [_son code_](http://exemple.fr)\
\- _La personne fait preuve de soinLa trame_`

/** One guide per shape: boxes, a table with a blank heading, one with HTML, typed lists, glued titles. */
export const PAGE = `# Trames pour parler aux candidats

## Avant de commencer

Lis [la fiche](https://exemple.fr/fiche) avec l'équipe :

* qui mène
* qui note

## Attention aux biais

⚠️ Les biais trompent tout le monde.

Ressembler n'est pas savoir faire.

## Guides par étape

<details>

<summary>Préqualification</summary>

Un premier échange rapide (moins de 30 minutes).\\
L'objectif est d'écarter les malentendus.

**Critères évalués à cette étape**

Reprendre ceux de la [fiche](https://exemple.fr/fiche)

**La trame**

Une fois le cadre introduit en 2 minutes, la parole est à l'autre.

|   |   |
| - | - |
| **Questions** | **Exemples** |
| Un parcours raconté 💡Conseil : couper court aux détails | _« D'où viens-tu ? »_ _« Et après ? »_ |
| Côté pratique : disponibilité, télétravail, prix | _« Quand es-tu libre pour \\[mission] ? »_ |

Pour clôturer, dire merci.

⚠️ Aucun debrief avant le soir.

\`📝\`Le compte-rendu va sur WTTJ.

</details>

<details>

<summary>Mise en situation</summary>

Une séance en _live_ sur 1 heure.

**La trame**

Introduire les règles prend 2 minutes.

| **Questions** | **Exemples** |
| --- | --- |
| <p>Un cas : <em>[Faire X pour Y]</em><br>[5-10 min] Lire la consigne<br>[5-10 min] Reformuler<br>[10-20 min] Préparer seul<br>[10-20 min ] Présenter<br><br>💡Conseil : écouter.</p> | <p><strong>Contexte</strong><br>Tu arrives sur FAROUCHE Nord.<br><br><strong>Consigne</strong><br>- Par où commencer ?<br>- Avec qui ?</p> |
| <p>Un problème : <em>[Que faire de Z]</em><br>[5-10 min] Lire la consigne<br>[5-10 min] Reformuler<br>[10-20 min] Préparer seul<br>[10-20 min ] Présenter</p> | |

</details>

## Guides par métier

<details>

<summary>Coachs</summary>

**Critères de recrutement**

1. Savoir **écouter** une équipe
2. Connaître l'État : ses règles, ses gens
3. Ses échecs : lesquels ?

**Guide d'entretien**

45 minutes en tout :

* 15 min de présentation
* 30 min d'échange

</details>

<details>

<summary>Développeur / développeuse</summary>

Voici de quoi partir.

### 1. La préqualifation

Un appel de moins de 30 minutes.

#### Critères évalués à cette étape

${TYPED_CRITERIA}

Une fois le cadre introduit en 2 minutes, la parole est à l'autre.

| **Questions** | **Exemples** |
| --- | --- |
| Les compétences clés | - Raconte un bug.<br>- Et sa cause ? |

### 2. L'entretien intra/métier

Prévoir 45-60 minutes.

💡

Les deux premiers peuvent se faire ensemble.

#### Critères évalués à cette étape

* La personne est capable de choisir
* La personne maîtrise les donnéesLa trame

| **Questions** | **Exemples** |
| --- | --- |
| Les compétences clés | Que choisis-tu ? |

</details>

<details>

<summary>Designers</summary>

[Voir ailleurs.](../design.md)

</details>

<details>

<summary>Chargé / chargée de déploiement</summary>

Deux profils, selon le moment.\\
\\
**Compétences chargé / chargée de déploiement junior**

L'envie compte plus que tout.

_Outils & usages_

* Tenir un fichier
* Appeler

_Posture_

* Être curieux

**Compétences chargé / chargée de déploiement senior**

_Posture_

* Convaincre
* Ne pas lâcher

</details>
`

/** The page with passages replaced, which must be there. */
export function pageWith(...changes: readonly (readonly [passage: string, by: string])[]): string {
  return changes.reduce((page, [passage, by]) => {
    if (!page.includes(passage)) throw new Error(`not in the page: ${passage}`)
    return page.replaceAll(passage, () => by)
  }, PAGE)
}

/** Reads a page that must be sound. */
export function read(source: string | Uint8Array): ImportedPage {
  const reading = readPage(typeof source === 'string' ? Buffer.from(source) : source)
  if ('page' in reading) return reading.page
  throw new Error(reading.faults.map(({ line, message }) => `${line}: ${message}`).join('\n'))
}

/** The faults of a page, as `line: sentence`. */
export function pageFaults(source: string | Uint8Array): readonly string[] {
  const reading = readPage(typeof source === 'string' ? Buffer.from(source) : source)
  return 'faults' in reading ? reading.faults.map(({ line, message }) => `${line}: ${message}`) : []
}

/** The guide of a craft and stage, which must be there. */
export function guideOf(page: ImportedPage, craft: string, stage: string): FoundGuide {
  const found = page.guides.find((guide) => guide.craft === craft && guide.stage === stage)
  if (found === undefined) throw new Error(`no guide for ${craft}, ${stage}`)
  return found
}

/** One line per guide: what a person would count. */
export function summary({ guides }: ImportedPage): readonly string[] {
  return guides.map(({ craft, stage, duration, questions, criteria, warnings }) => {
    const { min, max } = duration
    return `${craft} ${stage}: ${min}–${max} min, ${questions.length} questions, ${criteria.length} criteria, ${warnings.length} warnings`
  })
}
