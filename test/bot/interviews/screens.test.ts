/** Every form and message about interviews, as people read them: `screens.txt` is to be read through. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Form } from '../../../src/chat/port.ts'
import { toDialog } from '../../../src/chat/mattermost/dialog.ts'
import { readableAnswer, readableMessage } from '../support/readable.ts'
import type { Planning } from './support/planning.ts'
import { PLACE, planningOffice } from './support/planning.ts'

const forms: Form[] = []
const screens: string[] = []

async function shows(title: string, answer: Promise<Answer>): Promise<Answer> {
  const given = await answer
  if (given.kind === 'form') forms.push(given.form)
  screens.push(`--- ${title}\n${readableAnswer(given)}`)
  return given
}

describe('what people read about interviews', () => {
  const cleanups: (() => Promise<void>)[] = []
  beforeAll(async () => {
    const office = await planningOffice(cleanups)
    await planningScreens(office)
    await callScreens(office)
    await referenceScreens(office)
    for (const kind of KINDS) screens.push(...messagesOf(office, kind))
  })
  afterAll(async () => {
    for (const cleanup of cleanups) await cleanup()
  })

  it('can be read from top to bottom', async () => {
    const all = screens.join('\n\n')
    expect(all).not.toMatch(/undefined|\[object|erreur|invalide/i)
    await expect(`${all}\n`).toMatchFileSnapshot('screens.txt')
  })

  it('fits in Mattermost dialogs without any label being cut', () => {
    expect(new Set(forms.map(({ form }) => form)).size).toBe(8)
    const cut = forms.flatMap((form) => {
      const { title, elements, submit_label: submit } = toDialog(form, '', () => undefined)
      return [title, submit, ...elements.map((element) => element.display_name)].filter((label) =>
        label.endsWith('…'),
      )
    })
    expect(cut).toEqual([])
  })
})

const KINDS = [
  'invitation',
  'moved',
  'declined',
  'uninvited',
  'cancelled',
  'brief',
  'nudge',
  'not-held',
]

const LONG: ReadonlySet<string> = new Set(['moved', 'brief', 'nudge'])

/** Those of a kind in the order in which they came, then by name: several come at once. */
function messagesOf({ chat }: Planning, kind: string): string[] {
  return (
    chat.posts
      .flatMap(({ entry, at, to, versions: [first] }) =>
        first && 'person' in to && entry.startsWith(`${kind}/`)
          ? [{ at, person: to.person, message: first }]
          : [],
      )
      // What is long and the same for all is shown once.
      .filter(({ person }) => !LONG.has(kind) || person === 'metier')
      .toSorted((a, b) => a.at - b.at || a.person.localeCompare(b.person))
      .map(({ person, message }) => `--- ${kind}, to ${person}\n${readableMessage(message)}`)
  )
}

const slot = { when: 'mercredi 10h', place: PLACE, informed: true }

async function planningScreens(office: Planning) {
  const { command, press, channel, recruitment: r } = office
  const application = await office.applicationOf('Camille Durand')
  await shows('planifier', command('intra', 'planifier', channel))
  await office.add({ name: 'Alex Moreau' })
  await shows('planifier, between several', command('intra', 'planifier', channel))
  const choice = await shows('another person or stage', press('intra', 'choose-interview', { r }))
  const chosen = { application, stage: 'interview' }
  await shows('chosen', sent(office, choice, chosen))
  const form = await shows('planifier, from a button', press('intra', 'schedule', { r, ...chosen }))
  await shows('not informed', sent(office, form, { ...slot, informed: false }))
  await shows('planned', sent(office, form, { ...slot, conductor: 'metier' }))
  const args = { r, interview: interviewOf(office) }
  await shows('who takes part', press('intra', 'staff-interview', args))
  await office.pressOn('equipe1', 'invitation', 'Je ne peux pas')
  const replaced = await shows('replace', press('intra', 'replace-participant', args))
  await shows('replaced', sent(office, replaced, { leaving: 'equipe1', person: 'nouvelle' }))
  await shows('add', press('intra', 'add-participant', args))
  await shows('change', press('intra', 'change-participant', args))
  const move = await shows('déplacer', command('intra', 'déplacer', channel))
  await shows('moved', sent(office, move, { when: 'le jeudi 5 à 11h' }))
  await shows('déplacer, nobody of that name', command('intra', 'déplacer zoé', channel))
  await office.plan('Alex Moreau', 'prequalification', 'vendredi 10h')
  const cancel = await shows('annuler', command('intra', 'annuler alex', channel))
  await shows('called off', sent(office, cancel, {}))
}

async function callScreens(office: Planning) {
  const interview = interviewOf(office)
  const args = { r: office.recruitment, interview }
  await shows('examples', office.press('metier', 'examples', args))
  await office.moveTo('2026-03-05T11:05:00Z')
  await shows('who takes part, after the start', office.press('intra', 'staff-interview', args))
  await shows('replace, after the start', office.press('intra', 'replace-participant', args))
  const form = await shows('not held', office.press('metier', 'not-held', args))
  await shows('said', sent(office, form, { why: 'guest-absent' }, 'metier'))
}

async function referenceScreens(office: Planning) {
  const application = await office.applicationOf('Camille Durand')
  const args = { r: office.recruitment, application, stage: 'references' }
  const form = await shows('planifier, references', office.press('intra', 'schedule', args))
  await shows(
    'planned, references',
    sent(office, form, {
      when: 'mardi 10 mars à 9h',
      referee: 'Dominique Blanc',
      contact: '06 00 00 00 00',
      doubts: 'Tient-elle dans la durée ?\nAime-t-elle transmettre ?',
    }),
  )
  await office.moveTo('2026-03-10T07:46:00Z')
}

function sent(
  office: Planning,
  answer: Answer,
  values: Parameters<Planning['send']>[2],
  by = 'intra',
): Promise<Answer> {
  if (answer.kind !== 'form') throw new Error(`no form but ${readableAnswer(answer)}`)
  return office.send(by, answer.form, values)
}

/** The first that was planned. */
function interviewOf({ chat }: Planning): string {
  return chat.posts.find(({ entry }) => entry.startsWith('invitation/'))?.entry.split('/')[1] ?? ''
}
