/** A guide as people read it: the script first, its wordings and levels one button away. */
import type { Block, Button } from '../../chat/port.ts'
import { bold, code, italic, joinTexts, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import type { Guide, GuideCriterion, Question, Section } from '../../guides/guide.ts'
import { notesOf } from '../../process/scorecard.ts'
import { LEVELS, LEVEL_NAMES } from '../notes/words.ts'

/** « Entretien métier, design · 45 à 60 min ». */
export function guideTitle({ title, duration: { min, max } }: Guide): Text {
  return text`${title} · ${min === max ? `${min} min` : `${min} à ${max} min`}`
}

export function guideBlocks({ aim, script, criteria, warnings }: Guide): readonly Block[] {
  return [
    { kind: 'section', title: 'L’objectif', text: [aim] },
    ...script.map(sectionBlock),
    ...criteriaBlocks(criteria),
    { kind: 'section', title: 'Points de vigilance', text: [] },
    { kind: 'bullets', items: warnings.map((warning): Text => [warning]) },
  ]
}

function sectionBlock({ title, from, to, text: what, questions }: Section): Block {
  return {
    kind: 'section',
    title: `${from}–${to} min · ${title}`,
    text: joinTexts([[what], ...questions.map(questionLines)], '\n'),
  }
}

function questionLines({ title, purpose }: Question): Text {
  return text`→ ${bold(title)}\n${italic(purpose)}`
}

function criteriaBlocks(criteria: readonly GuideCriterion[]): readonly Block[] {
  if (criteria.length === 0) {
    return [
      {
        kind: 'section',
        title: 'Critères',
        text: text`Ceux de ton cadrage : ${code('/recrutement cadrage')}.`,
      },
    ]
  }
  return [
    { kind: 'section', title: 'Critères proposés au cadrage', text: [] },
    { kind: 'bullets', items: criteria.map(criterionLine) },
  ]
}

function criterionLine({ label, family, weight, mandatory }: GuideCriterion): Text {
  const marks = [
    ...(family === undefined ? [] : [family]),
    `poids ${weight}`,
    ...(mandatory ? ['obligatoire'] : []),
  ]
  return text`${label} ${italic(`(${marks.join(' · ')})`)}`
}

/** What can be read next. `args` say which guide it is. */
export function guideButtons(
  { criteria, stage }: Guide,
  args: Readonly<Record<string, string>>,
  canShare: boolean,
): Block {
  const buttons: Button[] = [
    { label: 'Exemples de questions', action: 'guide-examples', args, style: 'primary' },
    ...(criteria.length > 0 ? [{ label: levelsTitle(stage), action: 'guide-levels', args }] : []),
    ...(canShare ? [{ label: 'Partager ici', action: 'share-guide', args }] : []),
  ]
  return { kind: 'buttons', buttons }
}

/** Every ready wording, by question. */
export function exampleBlocks({ script }: Guide): readonly Block[] {
  return script
    .flatMap(({ questions }) => questions)
    .filter(({ examples }) => examples.length > 0)
    .flatMap(({ title, tip, examples }): Block[] => [
      {
        kind: 'section',
        title,
        text: tip === undefined ? [] : [italic(`Conseil : ${tip}`)],
      },
      { kind: 'bullets', items: examples.map((example): Text => [example]) },
    ])
}

/** Reference calls give signs, never levels. */
export function levelsTitle(stage: Guide['stage']): string {
  return notesOf([stage]).gives === 'levels' ? 'Les quatre niveaux' : 'Ce que tu peux entendre'
}

/** What each level looks like, criterion by criterion, the best first. */
export function levelBlocks({ criteria, stage }: Guide): readonly Block[] {
  const gives = notesOf([stage]).gives
  return criteria.flatMap(({ label, anchors }): Block[] => [
    { kind: 'section', title: label, text: [] },
    {
      kind: 'bullets',
      items: LEVELS.map((level) =>
        gives === 'levels'
          ? text`${bold(`${level} · ${LEVEL_NAMES[level]}`)} : ${anchors[level]}`
          : [anchors[level]],
      ),
    },
  ])
}
