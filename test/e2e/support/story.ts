/** From `/recrutement nouveau` to an opened debrief, one step after the other. */
import { Temporal } from 'temporal-polyfill'
import { expect, vi } from 'vitest'
import type { MattermostActor } from '../../contract/mattermost/actor.ts'
import type { Actor, ShownForm, ShownMessage } from '../../contract/platform.ts'
import type { World } from './world.ts'

const PARIS = 'Europe/Paris'

/** Monday of the first full week of next February: no holiday, no daylight saving, never past. */
export function firstMonday(today: Temporal.PlainDate): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year: today.year + 1, month: 2, day: 1 })
  return first.add({ days: (8 - first.dayOfWeek) % 7 })
}

/** `at(monday, 2, 14)`: Wednesday at 14:00 in Paris. */
export function at(
  monday: Temporal.PlainDate,
  days: number,
  hour: number,
  minute = 0,
): Temporal.Instant {
  return monday
    .add({ days })
    .toZonedDateTime({ timeZone: PARIS, plainTime: { hour, minute } })
    .toInstant()
}

/** Waits for a message of a channel that holds `text`, and gives it. */
export async function sees(person: Actor, channel: string, text: string): Promise<ShownMessage> {
  return vi.waitFor(
    async () => {
      const messages = await person.reads(channel)
      const found = messages.findLast((message) => message.text.includes(text))
      if (!found) {
        throw new Error(`no « ${text} » among:\n${messages.map((one) => one.text).join('\n---\n')}`)
      }
      return found
    },
    { timeout: 25_000, interval: 100 },
  )
}

/** Waits for a message of a channel that carries this button. */
export async function seesButton(
  person: Actor,
  channel: string,
  label: string,
): Promise<ShownMessage> {
  return vi.waitFor(
    async () => {
      const messages = await person.reads(channel)
      const found = messages.findLast(({ buttons }) => buttons.includes(label))
      if (!found) throw new Error(`no button « ${label} »`)
      return found
    },
    { timeout: 25_000, interval: 100 },
  )
}

/** Messages of the direct conversation with the bot that hold `text`. */
export async function direct(person: Actor, text: string): Promise<ShownMessage> {
  return sees(person, await person.directChannel(), text)
}

/** A private answer comes where the person is looking, or in the direct messages. */
export async function answered(
  person: Actor,
  channel: string,
  text: string,
): Promise<ShownMessage> {
  return Promise.any([sees(person, channel, text), direct(person, text)])
}

/** How many times the bot said `text` to that person. */
export async function timesSaid(person: Actor, text: string): Promise<number> {
  const messages = await person.reads(await person.directChannel())
  return messages.filter((message) => message.text.includes(text)).length
}

/** The private channel of the recruitment, once it is there. */
export async function privateChannel(person: MattermostActor): Promise<string> {
  return vi.waitFor(
    async () => {
      const [team] = await person.client.getMyTeams()
      const channels = await person.client.getMyChannels(team?.id ?? '')
      const found = channels.find(({ name }) => name.startsWith('recrutement-'))
      if (!found) throw new Error('no private channel yet')
      return found.id
    },
    { timeout: 25_000, interval: 100 },
  )
}

/**
 * Does `start` until the form with that title is open. A form that an earlier, interrupted try left
 * behind is another one and is passed over.
 */
export async function openForm(
  { act }: World,
  person: Actor,
  title: string,
  start: () => Promise<void>,
): Promise<ShownForm> {
  await act(start)
  for (;;) {
    const form = await person.form()
    if (form.title === title) return form
  }
}

/** Submits until the bot has answered, as people do. */
export async function submit(
  { act }: World,
  form: ShownForm,
  values: Parameters<ShownForm['submit']>[0],
): Promise<void> {
  const outcome = await act(() => form.submit(values))
  expect(outcome).toEqual({ closed: true, errors: {} })
}

export async function open(world: World): Promise<string> {
  const { intra, referente } = world.people
  const form = await openForm(world, intra, 'Nouveau recrutement', () =>
    intra.command(world.townSquare, '/recrutement nouveau'),
  )
  await submit(world, form, {
    title: 'Développeuse ou développeur fullstack',
    product: 'Mes Démarches',
    incubator: 'Fabrique',
    craft: 'developer',
    contract: 'contractor',
    first: true,
    advisor: referente.id,
  })
  const channel = await privateChannel(intra)
  await sees(intra, channel, 'Sélection ouverte')
  return channel
}

export async function frame(world: World, channel: string): Promise<void> {
  const { act } = world
  const { intra, referente } = world.people
  await act(() => intra.command(channel, '/recrutement cadrage'))
  await act(() => intra.press(channel, 'Reprendre le cadrage proposé'))
  await answered(intra, channel, 'déterminant · obligatoire')
  await direct(referente, 'a besoin de ton regard sur le cadrage')
  await act(() => intra.command(channel, '/recrutement cadrage'))
  await act(() => intra.press(channel, 'Clore le cadrage'))
  await answered(intra, channel, 'n’a pas encore confirmé votre échange')
  const mine = await referente.directChannel()
  await act(() => referente.press(mine, 'Nous en avons parlé'))
  await direct(referente, 'Tu as confirmé votre échange')
  await act(() => intra.press(channel, 'Clore le cadrage'))
  await answered(intra, channel, 'Le cadrage est clos')
}

export async function nameTeam(world: World, channel: string): Promise<void> {
  const { act } = world
  const { intra, metier, equipe1, equipe2 } = world.people
  const named = [
    { person: metier.id, role: 'scorer' },
    { person: equipe1.id, role: 'scorer' },
    { person: equipe2.id, role: 'observer' },
  ]
  for (const one of named) {
    await act(() => intra.command(channel, '/recrutement équipe'))
    const form = await openForm(world, intra, 'Nommer quelqu’un', () =>
      intra.press(channel, 'Nommer quelqu’un'),
    )
    await submit(world, form, { ...one, stages: ['prequalification', 'interview'] })
  }
  await direct(equipe2, 'Lis le cadrage')
}

export async function addCandidate(world: World, channel: string, name: string): Promise<void> {
  const { intra } = world.people
  await world.act(() => intra.command(channel, '/recrutement candidat'))
  const form = await openForm(world, intra, 'Nouvelle candidature', () =>
    intra.press(channel, 'Ajouter quelqu’un'),
  )
  await submit(world, form, { name })
}

export async function schedule(world: World, channel: string, when: string): Promise<void> {
  const { intra } = world.people
  const form = await openForm(world, intra, 'Planifier un entretien', () =>
    intra.command(channel, '/recrutement planifier'),
  )
  await submit(world, form, {
    stage: 'prequalification',
    when,
    place: 'https://visio.exemple.gouv.fr/abc',
    informed: true,
  })
}
