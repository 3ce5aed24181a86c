/** Which recruitment a command is about. */
import type { Answer, Button } from '../chat/port.ts'
import { standings } from '../process/roles.ts'
import type { Texts } from '../store/read-texts.ts'
import { RECRUITMENT_ARG, read, say } from './desk.ts'
import { explain } from './refusals/explain.ts'
import type { Case, CommandCall, Desk } from './topic.ts'

/** Button that runs a command on the recruitment that it names. */
export const CHOSEN = 'choose-recruitment'

/** Platforms show a handful of buttons well; the rest is reached from each recruitment's channel. */
const MOST_CHOICES = 8

/**
 * The recruitment of the channel, else the person's only one. Between several it asks; without any it
 * explains. Someone who has no standing in the channel's recruitment learns nothing.
 */
export async function chooseRecruitment(
  { desk, by, interaction }: CommandCall,
  command: string,
): Promise<{ readonly on: Case } | { readonly ask: Answer }> {
  const cases = await desk.store.about(by, interaction.channel)
  const [only, ...others] = cases.filter(({ state }) => standings(state, by).length > 0)
  if (!only) return { ask: say(await explain(desk, undefined, { code: 'not-a-member' }, by)) }
  if (others.length === 0) return { on: only }
  const buttons = await Promise.all(
    [only, ...others].slice(-MOST_CHOICES).map(async (on): Promise<Button> => ({
      label: await titleOf(desk, on, by),
      action: CHOSEN,
      args: { [RECRUITMENT_ARG]: on.id, command },
    })),
  )
  const headline =
    others.length < MOST_CHOICES
      ? 'Tu participes à plusieurs recrutements. Lequel ?'
      : 'Tu participes à plusieurs recrutements. Lequel ? Pour un plus ancien, tape la commande dans son canal.'
  return { ask: say(headline, { kind: 'buttons', buttons }) }
}

/** The title of a recruitment, for someone who has a standing in it. */
export async function titleOf(desk: Desk, on: Case, reader: string): Promise<string> {
  return titleIn(on, await read(desk, on, reader, [on.state.title]))
}

/** The same, once it was read along with other texts. */
export function titleIn({ state }: Case, texts: Texts): string {
  return texts.get('title', state.title) ?? 'Sans titre'
}
