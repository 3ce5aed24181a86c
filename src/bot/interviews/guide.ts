import type { Guide } from '../../guides/guide.ts'
import { mergeGuides } from '../../guides/merged.ts'
import type { Interview } from '../../process/recruitment.ts'
import { MERGED_NAME } from '../french/words.ts'
import type { Case, Desk } from '../topic.ts'

/** The guide that an interview follows: of its stage, or of both when two stages are merged. */
export function guideOf(
  { guides }: Pick<Desk, 'guides'>,
  { state: { craft } }: Case,
  { stage, merged }: Pick<Interview, 'stage' | 'merged'>,
): Guide {
  const { guide } = guides.find(craft, stage)
  if (!merged) return guide
  return mergeGuides(guides.find(craft, 'prequalification').guide, guide, MERGED_NAME)
}
