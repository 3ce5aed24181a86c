import { CRAFTS, STAGES } from '../../process/vocabulary.ts'
import { locateGuides } from '../load.ts'
import type { LocatedGuide } from '../parse.ts'
import { columns } from '../columns.ts'
import type { Command } from './command.ts'

/** `list`: the guides that serve, with the file of each. */
export const listCommand: Command = async (args, { write, guidesDir }) => {
  if (args.length > 0) return undefined
  const guides = await locateGuides(guidesDir)
  const rows = guides
    .toSorted(byProcess)
    .map(({ guide, file }) => [
      guide.craft,
      guide.stage,
      guide.duration.min === guide.duration.max
        ? `${guide.duration.max} min`
        : `${guide.duration.min}–${guide.duration.max} min`,
      String(guide.script.flatMap(({ questions }) => questions).length),
      String(guide.criteria.length),
      file,
    ])
  const header = ['Métier', 'Étape', 'Durée', 'Questions', 'Critères', 'Fichier']
  write(`${columns([header, ...rows], [3, 4]).join('\n')}\n`)
  return 0
}

function byProcess({ guide: a }: LocatedGuide, { guide: b }: LocatedGuide): number {
  const crafts = ['generic', ...CRAFTS]
  return (
    crafts.indexOf(a.craft) - crafts.indexOf(b.craft) ||
    STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage)
  )
}
