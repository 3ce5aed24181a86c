/** Adding many candidates at once: paste, check what was understood, then add. */
import { createHash } from 'node:crypto'
import type { Answer, Form, Message } from '../../chat/port.ts'
import { joinTexts, text } from '../../chat/text.ts'
import { addApplications } from '../../process/decide/applications.ts'
import type { AddedApplication } from '../../process/decide/applications.ts'
import { refuseClosed, refuseUnlessOwnerOrDeputy } from '../../process/roles.ts'
import type { NewText } from '../../store/texts.ts'
import { isWttjLink } from '../../wttj/reference.ts'
import { RECRUITMENT_ARG, change, idFrom, message, outcome, read, say } from '../desk.ts'
import { LONG, typed } from '../fields.ts'
import { count } from '../french/words.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, Call, Case, FormCall } from '../topic.ts'
import { leading } from './leading.ts'
import { leftAside, previewMessage, previewOf, understood } from './preview.ts'
import type { LeftAside, Understood } from './preview.ts'

/** The field of the form, and of the draft that keeps it until the people are added. */
const LIST = 'list'

export function askList(call: About<Call>): Promise<Answer> {
  return leading(call, async ({ on }) => ({ kind: 'form', form: listForm(on) }))
}

function listForm({ id }: Case, draft?: { readonly id: string; readonly list: string }): Form {
  return {
    form: 'paste-candidates',
    title: 'Coller une liste',
    intro: ['Tu verras ce que j’ai compris avant que quoi que ce soit ne soit ajouté.'],
    submit: 'Vérifier',
    args: { [RECRUITMENT_ARG]: id, ...(draft && { draft: draft.id }) },
    fields: [
      {
        kind: 'long-text',
        name: LIST,
        label: 'Une personne par ligne',
        help: 'Nom, lien et adresse e-mail, dans l’ordre que tu veux. 3 000 caractères au plus : colle le reste ensuite.',
        placeholder: 'Camille Durand ; camille@exemple.fr ; https://…',
        maxLength: LONG,
        ...(draft && { value: draft.list }),
      },
    ],
  }
}

/** Sets the list aside for its author and shows what was understood. */
export async function submitList(call: About<FormCall>): Promise<Answer> {
  const { desk, on, by, values, args } = call
  const refusal = refuseUnlessOwnerOrDeputy(on.state, by) ?? refuseClosed(on.state)
  if (refusal) return { kind: 'invalid', message: await explain(desk, on, refusal, by) }
  const list = typed(values, LIST)
  if (list === undefined) return { kind: 'invalid', fields: { [LIST]: 'Colle au moins un nom.' } }
  if (list.length > LONG) {
    return {
      kind: 'invalid',
      fields: { [LIST]: `Colle en plusieurs fois : ${LONG} caractères au plus à chaque fois.` },
    }
  }
  const lines = await previewOf(call, list)
  if (lines.length === 0) return { kind: 'invalid', fields: { [LIST]: 'Colle au moins un nom.' } }
  const draft = idFrom(call, 'list')
  const { draft: former } = args
  await desk.store.setAside({
    recruitment: on.id,
    by,
    at: desk.clock.now(),
    draft: { id: draft, body: { [LIST]: list } },
    ...(former !== undefined && { instead: former }),
  })
  return { kind: 'private', message: previewMessage(on, draft, lines, 0) }
}

export function morePasted(call: About<ButtonCall>): Promise<Answer> {
  return withList(call, async (call, { id, list }) => ({
    kind: 'private',
    message: previewMessage(call.on, id, await previewOf(call, list), Number(call.args['page'])),
  }))
}

/** Opens the form again with what was pasted. */
export function correctPasted(call: About<ButtonCall>): Promise<Answer> {
  return withList(call, async ({ on }, draft) => ({ kind: 'form', form: listForm(on, draft) }))
}

/** Adds those understood, as the list and the team are now, and shows again what is left aside. */
export function addPasted(call: About<ButtonCall>): Promise<Answer> {
  return withList(call, async (call, { id, list }) => {
    const lines = await previewOf(call, list)
    const people = understood(lines).map((one) => asNew(id, one))
    const changed = await change(
      call,
      (state, actor) =>
        addApplications(
          state,
          people.map(({ application }) => application),
          actor,
        ),
      people.map(({ text }) => text),
      [id],
    )
    return outcome(call, changed, (on) => added(on, people.length, leftAside(lines)))
  })
}

/** The same line of the same list is the same application, however often the button is pressed. */
function asNew(
  draft: string,
  { line, candidate: body }: Understood,
): { readonly application: AddedApplication; readonly text: NewText } {
  const idOf = (what: string) =>
    createHash('sha256').update(`${what}\0${draft}\0${line}`).digest('hex').slice(0, 24)
  const application = idOf('application')
  const candidate = idOf('candidate')
  const tracked = body.link !== undefined && isWttjLink(body.link)
  return {
    application: { application, candidate, tracked },
    text: { id: candidate, kind: 'candidate', application, body },
  }
}

function added({ id }: Case, people: number, aside: readonly LeftAside[]): Message {
  const args = { [RECRUITMENT_ARG]: id }
  return message(
    people === 0
      ? 'Personne n’est ajouté : tout le monde est déjà dans la liste.'
      : `✅ ${count(people, 'personne ajoutée', 'personnes ajoutées')}.`,
    ...(aside.length === 0
      ? []
      : [
          {
            kind: 'section' as const,
            title: 'Pas ajouté, à reprendre si besoin',
            text: joinTexts(
              aside.map(({ raw, why }) => text`${raw} (${why})`),
              '\n',
            ),
          },
        ]),
    ...(people === 0
      ? []
      : [
          {
            kind: 'text' as const,
            text: [
              'Avant le premier entretien, dis à chaque personne comment se fait l’évaluation.',
            ],
          },
        ]),
    {
      kind: 'buttons',
      buttons: [
        ...(people === 0
          ? []
          : [
              {
                label: 'Message d’information',
                action: 'inform-candidates',
                args,
                style: 'primary' as const,
              },
            ]),
        { label: 'Voir la liste', action: 'more-candidates', args: { ...args, page: '0' } },
      ],
    },
  )
}

/** Goes on with the list that a preview was made of, for whoever pasted it. */
function withList(
  call: About<ButtonCall>,
  then: (
    call: About<ButtonCall>,
    draft: { readonly id: string; readonly list: string },
  ) => Promise<Answer>,
): Promise<Answer> {
  return leading(call, async (call) => {
    const { desk, on, by, args } = call
    const id = args['draft'] ?? ''
    const list = (await read(desk, on, by, [id])).get('draft', id)?.[LIST]
    return typeof list === 'string' ? then(call, { id, list }) : gone(on)
  })
}

function gone({ id }: Case): Answer {
  return say(
    'Cette liste n’est plus en attente : elle est déjà ajoutée, ou date de plus d’un jour.',
    {
      kind: 'buttons',
      buttons: [
        {
          label: 'Voir la liste',
          action: 'more-candidates',
          args: { [RECRUITMENT_ARG]: id, page: '0' },
          style: 'primary',
        },
        { label: 'Coller une liste', action: 'paste-candidates', args: { [RECRUITMENT_ARG]: id } },
      ],
    },
  )
}
