/** `/recrutement guide [métier] [étape]`: read a guide, whenever. */
import type { Answer, Block } from '../../chat/port.ts'
import { text } from '../../chat/text.ts'
import type { Guide } from '../../guides/guide.ts'
import { CRAFTS, STAGES, type Craft, type Stage } from '../../process/vocabulary.ts'
import { oneOf } from '../fields.ts'
import { message, say } from '../desk.ts'
import { CRAFT_NAMES } from '../french/words.ts'
import type { ButtonCall, Call, CommandCall, Topic } from '../topic.ts'
import { readAsked } from './asked.ts'
import { anotherCraft, askWhich, notKnown } from './choices.ts'
import {
  exampleBlocks,
  guideBlocks,
  guideButtons,
  guideTitle,
  levelBlocks,
  levelsTitle,
} from './screen.ts'
import { STAGE_TYPED } from './words.ts'

export const guide: Topic = {
  freeCommands: { guide: show },
  freeButtons: {
    'guide-examples': (call) =>
      reading(call, (found) =>
        say(
          text`${found.title} : des formulations à adapter. Complète ce qui est entre crochets.`,
          ...exampleBlocks(found),
        ),
      ),
    'guide-levels': (call) =>
      reading(call, (found) =>
        say(
          text`${found.title} : ${levelsTitle(found.stage).toLowerCase()}.`,
          ...levelBlocks(found),
        ),
      ),
    'share-guide': (call) =>
      reading(call, (found) => ({
        kind: 'shared',
        message: message(guideTitle(found), ...guideBlocks(found)),
      })),
  },
}

async function show(call: CommandCall): Promise<Answer> {
  const asked = readAsked(call.rest)
  const { stages } = asked
  const crafts = await meantHere(call, asked.crafts)
  const [stage] = stages
  if (stage === undefined || stages.length > 1 || crafts.length > 1) {
    return askWhich({ ...asked, crafts: asked.crafts.length === 0 ? [] : crafts })
  }
  const craft = crafts[0] ?? 'other'
  const { guide: found, fallback } = call.desk.guides.find(craft, stage)
  return say(
    guideTitle(found),
    ...(asked.unknown === undefined ? [] : [note(notKnown(asked))]),
    ...(fallback && craft !== 'other'
      ? [note(text`${CRAFT_NAMES[craft]} : cette étape suit la trame de tous les métiers.`)]
      : []),
    ...guideBlocks(found),
    guideButtons(found, { craft, stage }, !call.interaction.direct),
    ...(asked.crafts.length === 0 ? [anotherCraft(STAGE_TYPED[stage])] : []),
  )
}

const note = (said: Extract<Block, { kind: 'text' }>['text']): Block => ({
  kind: 'text',
  text: said,
})

/** The crafts named; the recruitment at hand settles a choice, or names the craft when nobody did. */
async function meantHere(call: Call, named: readonly Craft[]): Promise<readonly Craft[]> {
  if (named.length === 1) return named
  const [here, ...others] = await craftsHere(call)
  if (here === undefined || others.length > 0) return named
  return named.length === 0 || named.includes(here) ? [here] : named
}

/** The craft of this channel's recruitment, else those of mine. */
async function craftsHere({ desk, by, interaction }: Call): Promise<readonly Craft[]> {
  const here = await desk.store.recruitmentOfChannel(interaction.channel)
  const mine = (await desk.store.recruitmentsOf(by)).map(({ recruitment }) => recruitment)
  const ids = here !== undefined && mine.includes(here) ? [here] : mine
  const states = await Promise.all(ids.map((id) => desk.store.load(id)))
  return [...new Set(states.flatMap((state) => (state ? [state.craft] : [])))]
}

/** The guide that a button is about. */
async function reading(
  { desk, args }: ButtonCall,
  read: (found: Guide) => Answer,
): Promise<Answer> {
  const craft: Craft | undefined = oneOf(args, 'craft', CRAFTS)
  const stage: Stage | undefined = oneOf(args, 'stage', STAGES)
  if (craft === undefined || stage === undefined) {
    return say('Ce message n’est plus à jour. Tape `/recrutement guide` pour choisir une trame.')
  }
  return read(desk.guides.find(craft, stage).guide)
}
