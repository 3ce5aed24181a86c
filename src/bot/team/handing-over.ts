/** Passing the ownership on, and what whoever takes over hears. */
import type { Answer, Block, Button } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import { handOver } from '../../process/decide/ownership.ts'
import { isBefore } from '../../process/instants.ts'
import { refuseUnlessOwner, standings } from '../../process/roles.ts'
import { CHOSEN, titleOf } from '../choose.ts'
import { RECRUITMENT_ARG, change, formOutcome, message, nameOf, say } from '../desk.ts'
import { CONTRACT_WORDS } from '../french/words.ts'
import { presentPerson, refuseOn } from '../people.ts'
import { explain } from '../refusals/explain.ts'
import { describe } from '../tasks/describe.ts'
import type { Task } from '../tasks/describe.ts'
import type { About, ButtonCall, Case, Composer, Desk, FormCall } from '../topic.ts'
import { anyCase } from './lost-owner.ts'

export async function askHandOver(call: About<ButtonCall>): Promise<Answer> {
  const { desk, on, by } = call
  const refusal = refuseUnlessOwner(on.state, by)
  if (refusal) return say(await explain(desk, on, refusal, by))
  return {
    kind: 'form',
    form: {
      form: 'hand-over',
      title: 'Passer la main',
      intro: [
        `Cette personne décidera seule, à ta place : elle seule pourra te rendre la main. ${whatStays(on)}`,
      ],
      submit: 'Passer la main',
      args: { [RECRUITMENT_ARG]: on.id },
      fields: [{ kind: 'person', name: 'person', label: 'À qui' }],
    },
  }
}

/** What the owner remains without the ownership. */
function whatStays({ state }: Case): string {
  const { owner, contract } = state
  return standings(state, owner).length > 1
    ? 'Tu gardes tes autres rôles dans l’équipe.'
    : `Tu quittes le canal et ne verras plus ${CONTRACT_WORDS[contract].thisProcess}.`
}

/** The former owner may have no standing left when the same submission arrives again. */
export async function submitHandOver(call: FormCall): Promise<Answer> {
  const { desk, by } = call
  const on = await anyCase(desk, call.args[RECRUITMENT_ARG])
  if (!on) {
    const sentence = await explain(desk, undefined, { code: 'not-a-member' }, by)
    return { kind: 'invalid', message: sentence }
  }
  const who = await presentPerson({ ...call, on }, 'person')
  if ('problem' in who) return who.problem
  if (who.id === by) return refuseOn('person', 'Choisis quelqu’un d’autre que toi.').problem
  const about = { ...call, on }
  const changed = await change(about, (state, actor) => handOver(state, who.id, actor))
  return formOutcome(about, changed, async () =>
    message(`✅ ${await nameOf(desk, who.id)} décide désormais, et reçoit ce qui t’attendait.`),
  )
}

/** Messages carry a few buttons well: three tasks, and the rest. */
const MOST_TASKS = 3

/** To whoever takes over: what that means, and what waits. */
export const ownership: Composer = async ({ desk, on, entry }) => {
  const owner = entry.to ?? ''
  if (on.state.owner !== owner) return undefined
  const title = await titleOf(desk, on, owner)
  const tasks = await tasksIn(desk, on, owner)
  return message(
    text`Tu décides désormais pour ${bold(title)}.`,
    {
      kind: 'text',
      text: [
        'Poursuivre, arrêter, retenir : la décision te revient. L’équipe t’apporte ses preuves.',
      ],
    },
    ...(tasks.length === 0 ? nothingYet(on) : whatWaits(tasks)),
  )
}

async function tasksIn(desk: Desk, { id }: Case, owner: string): Promise<readonly Task[]> {
  const now = desk.clock.now()
  const owed = (await desk.store.obligationsOf(owner)).filter(
    ({ recruitment, since }) => recruitment === id && !isBefore(now, since),
  )
  const described = await Promise.all(owed.map((one) => describe(desk, owner, one)))
  return described.filter((one) => one !== undefined)
}

function whatWaits(tasks: readonly Task[]): Block[] {
  const shown = tasks.slice(0, MOST_TASKS)
  const all: Button = { label: 'Tout ce qui m’attend', action: 'more-tasks', args: { page: '0' } }
  return [
    { kind: 'section', title: 'Ce qui t’attend', text: [] },
    { kind: 'bullets', items: shown.map(({ what }) => what) },
    {
      kind: 'buttons',
      buttons: [
        ...shown.map(({ button }) => button),
        ...(tasks.length > shown.length ? [all] : []),
      ],
    },
  ]
}

function nothingYet({ id }: Case): Block[] {
  const args = { [RECRUITMENT_ARG]: id }
  return [
    { kind: 'text', text: ['Rien d’urgent. Regarde où on en est, puis relis le cadrage.'] },
    {
      kind: 'buttons',
      buttons: [
        {
          label: 'Où en est-on',
          action: CHOSEN,
          args: { ...args, command: 'statut' },
          style: 'primary',
        },
        { label: 'Lire le cadrage', action: 'see-framing', args },
        { label: 'Voir l’équipe', action: CHOSEN, args: { ...args, command: 'équipe' } },
      ],
    },
  ]
}
