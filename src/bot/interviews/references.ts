/** What a reference call is planned with: who speaks about the candidate, and the doubts to settle. */
import type { Field } from '../../chat/port.ts'
import type { ApplicationId, InterviewId, TextId } from '../../process/events.ts'
import { doubtsIn } from '../../process/comparison/doubts.ts'
import type { NewText } from '../../store/texts.ts'
import { lineFor } from '../comparison/contenders.ts'
import { idFrom, read } from '../desk.ts'
import { LONG, SHORT, typed } from '../fields.ts'
import type { About, Call, FormCall } from '../topic.ts'

/** `doubts` are offered as they are, to be reworded. */
export const referencesFields = (doubts: readonly string[]): readonly Field[] => [
  {
    kind: 'text',
    name: 'referee',
    label: 'Contact de référence',
    help: 'La personne que tu appelles : son nom, et son lien avec la candidature.',
    optional: true,
    maxLength: SHORT,
  },
  {
    kind: 'text',
    name: 'contact',
    label: 'Comment la joindre',
    help: 'Son téléphone ou son adresse.',
    optional: true,
    maxLength: SHORT,
  },
  {
    kind: 'long-text',
    name: 'doubts',
    label: 'Doutes à lever',
    help: `${doubts.length > 0 ? 'Repris des débriefs ouverts, à reformuler. ' : ''}Un par ligne, cinq au plus. Écris le fait à vérifier, pas qui en doute.`,
    ...(doubts.length > 0 && { value: doubts.slice(0, MOST_DOUBTS).join('\n') }),
    optional: true,
    maxLength: LONG,
  },
]

/** More do not fit in a call of fifteen minutes. */
const MOST_DOUBTS = 5

export interface References {
  readonly ids: { readonly referee?: TextId; readonly doubts?: readonly TextId[] }
  readonly texts: readonly NewText[]
}

/** What opened debriefs left unclear about that person, in the words of the criteria; nothing of levels. */
export async function doubtsLeft(
  { desk, on, by }: About<Call>,
  application: ApplicationId,
): Promise<readonly string[]> {
  const line = await lineFor(desk, on, application, by)
  const ids = line ? doubtsIn(line) : []
  const { criteria } = on.state.framing
  const labels = ids.map((id) => criteria.find((one) => one.id === id)?.label)
  const texts = await read(desk, on, by, labels)
  return labels.flatMap((label) => texts.get('criterion', label) ?? [])
}

/** The texts to write, and their ids for the event; or what is wrong, field by field. */
export function readReferences(
  call: FormCall,
  about: { readonly application: ApplicationId; readonly interview: InterviewId },
): References | { readonly fields: Readonly<Record<string, string>> } {
  const name = typed(call.values, 'referee')
  const contact = typed(call.values, 'contact')
  const lines = linesOf(typed(call.values, 'doubts') ?? '')
  const fields = {
    ...(name === undefined &&
      contact !== undefined && { referee: 'Écris aussi le nom de cette personne.' }),
    ...(lines.length > MOST_DOUBTS && {
      doubts: `Garde les ${MOST_DOUBTS} doutes les plus importants : l’appel est court.`,
    }),
  }
  if (Object.keys(fields).length > 0) return { fields }
  const referee = idFrom(call, 'referee')
  const doubts = lines.map((body, i): NewText => ({
    id: idFrom(call, `doubt ${i}`),
    kind: 'doubt',
    ...about,
    body,
  }))
  const known: NewText[] =
    name === undefined
      ? []
      : [
          {
            id: referee,
            kind: 'referee',
            ...about,
            body: { name, ...(contact !== undefined && { contact }) },
          },
        ]
  return {
    ids: {
      ...(known.length > 0 && { referee }),
      ...(doubts.length > 0 && { doubts: doubts.map(({ id }) => id) }),
    },
    texts: [...known, ...doubts],
  }
}

/** One doubt a line, whatever marks the list was written with. */
function linesOf(doubts: string): readonly string[] {
  return doubts
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-–•*]|\d+[.)])\s*/, '').trim())
    .filter((line) => line !== '')
}
