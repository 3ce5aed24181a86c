/** `/recrutement candidat`: add someone, and see where they are. */
import type { Answer, Block, Message } from '../chat/port.ts'
import { bold, code, link, text } from '../chat/text.ts'
import type { Text } from '../chat/text.ts'
import { addApplication } from '../process/decide/interviews.ts'
import { isBefore } from '../process/instants.ts'
import { slotOf } from '../process/recruitment.ts'
import type { Application, Interview } from '../process/recruitment.ts'
import { refuseUnlessOwnerOrDeputy } from '../process/roles.ts'
import type { Candidate } from '../store/texts.ts'
import { RECRUITMENT_ARG, change, formOutcome, idFrom, message, read, say, zoneOf } from './desk.ts'
import { SHORT, typed, webLink } from './fields.ts'
import { moment } from './french/times.ts'
import { STAGE_NAMES, count } from './french/words.ts'
import { explain } from './refusals.ts'
import type { About, Call, Case, CommandCall, Desk, FormCall, Topic } from './topic.ts'
import { simplify } from './command-words.ts'

export const candidates: Topic = {
  commands: { candidat: show },
  buttons: {
    'add-candidate': ask,
    'see-candidate': async (call) => seen(call, await byId(call, call.args['application'] ?? '')),
  },
  forms: { candidate: submit },
}

export interface Found {
  readonly application: Application
  readonly candidate: Candidate
}

/** Every application with what is known of the person, oldest first. */
export async function applicationsOf(desk: Desk, on: Case, reader: string): Promise<Found[]> {
  const all = Object.values(on.state.applications)
  const texts = await read(
    desk,
    on,
    reader,
    all.map(({ candidate }) => candidate),
  )
  return all.flatMap((application) => {
    const candidate = texts.get('candidate', application.candidate)
    return candidate ? [{ application, candidate }] : []
  })
}

/** Applications whose name holds every word typed, whatever the accents. */
export function withName(found: readonly Found[], name: string): readonly Found[] {
  const words = name.split(/\s+/).map(simplify)
  return found.filter(({ candidate }) => {
    const parts = candidate.name.split(/\s+/).map(simplify)
    return words.every((word) => parts.some((part) => part.startsWith(word)))
  })
}

async function show(call: About<CommandCall>): Promise<Answer> {
  const { desk, on, by, rest } = call
  const found = await applicationsOf(desk, on, by)
  if (rest !== '') {
    const [only, ...others] = withName(found, rest)
    if (!only) return say(await explain(desk, on, { code: 'unknown-application' }, by))
    if (others.length === 0) return seen(call, only)
    return say(text`Plusieurs personnes portent ce nom. Laquelle ?`, choices(on, [only, ...others]))
  }
  if (found.length === 0) return ask(call)
  return { kind: 'private', message: await list(call, on, found) }
}

async function list(call: Call, on: Case, found: readonly Found[]): Promise<Message> {
  const zone = await zoneOf(call.desk, call.by)
  const mayAdd = !refuseUnlessOwnerOrDeputy(on.state, call.by)
  return message(
    `${count(found.length, 'candidature')}.`,
    {
      kind: 'bullets',
      items: found.map(({ application, candidate }) => {
        const last = interviewsOf(on, application).at(-1)
        const where = last ? state(call.desk, last, zone) : 'aucun entretien prévu'
        return text`${bold(candidate.name)} : ${where}`
      }),
    },
    ...(mayAdd
      ? [
          {
            kind: 'buttons' as const,
            buttons: [
              {
                label: 'Ajouter quelqu’un',
                action: 'add-candidate',
                args: { [RECRUITMENT_ARG]: on.id },
                style: 'primary' as const,
              },
            ],
          },
        ]
      : []),
  )
}

function choices({ id }: Case, found: readonly Found[]): Block {
  return {
    kind: 'buttons',
    buttons: found.map(({ application, candidate }) => ({
      label: candidate.name,
      action: 'see-candidate',
      args: { [RECRUITMENT_ARG]: id, application: application.id },
    })),
  }
}

async function byId({ desk, on, by }: About<Call>, id: string): Promise<Found | undefined> {
  return (await applicationsOf(desk, on, by)).find(({ application }) => application.id === id)
}

async function seen(call: About<Call>, found: Found | undefined): Promise<Answer> {
  const { desk, on, by } = call
  if (!found) return say(await explain(desk, on, { code: 'unknown-application' }, by))
  const { candidate, application } = found
  const zone = await zoneOf(desk, by)
  const contacts: { label: string; value: Text }[] = [
    ...(candidate.link === undefined
      ? []
      : [{ label: 'Dossier', value: [link(candidate.link, 'ouvrir')] }]),
    ...(candidate.email === undefined ? [] : [{ label: 'Adresse', value: [candidate.email] }]),
  ]
  const interviews = interviewsOf(on, application)
  return say(
    text`${bold(candidate.name)}`,
    ...(contacts.length === 0 ? [] : [{ kind: 'fields' as const, fields: contacts }]),
    interviews.length === 0
      ? {
          kind: 'text',
          text: text`Aucun entretien prévu. Pour en prévoir un : ${code('/recrutement planifier')}.`,
        }
      : { kind: 'bullets', items: interviews.map((one) => [state(desk, one, zone)]) },
  )
}

function interviewsOf({ state }: Case, { id }: Application): readonly Interview[] {
  return Object.values(state.interviews).filter(({ application }) => application === id)
}

/** Where an interview stands, without anything that is sealed. */
function state(desk: Desk, interview: Interview, zone: string): string {
  const now = desk.clock.now()
  const when = moment(slotOf(interview).start, zone, now)
  const stage = STAGE_NAMES[interview.stage]
  if (interview.status === 'cancelled') return `${stage}, ${when} : annulé`
  if (interview.status === 'not-held') return `${stage}, ${when} : n’a pas eu lieu`
  if (interview.openedAt) return `${stage}, ${when} : débrief ouvert`
  if (isBefore(now, slotOf(interview).start)) return `${stage}, ${when}`
  return `${stage}, ${when} : notes en attente`
}

async function ask(call: About<Call>): Promise<Answer> {
  const refusal = refuseUnlessOwnerOrDeputy(call.on.state, call.by)
  if (refusal) return say(await explain(call.desk, call.on, refusal, call.by))
  return {
    kind: 'form',
    form: {
      form: 'candidate',
      title: 'Nouvelle candidature',
      submit: 'Ajouter',
      args: { [RECRUITMENT_ARG]: call.on.id },
      fields: [
        { kind: 'text', name: 'name', label: 'Prénom et nom', maxLength: SHORT },
        {
          kind: 'text',
          name: 'link',
          label: 'Lien du dossier',
          help: 'Sa page sur Welcome to the Jungle, si elle existe.',
          placeholder: 'https://…',
          optional: true,
          maxLength: SHORT,
        },
        { kind: 'text', name: 'email', label: 'Adresse e-mail', optional: true, maxLength: SHORT },
      ],
    },
  }
}

async function submit(call: About<FormCall>): Promise<Answer> {
  const { desk, on, by, values } = call
  const name = typed(values, 'name')
  const page = typed(values, 'link')
  const email = typed(values, 'email')
  const fields = {
    ...(!(name && /\p{L}/u.test(name)) && { name: 'Écris le prénom et le nom.' }),
    ...(name &&
      name.length > SHORT && { name: `Raccourcis le nom : ${SHORT} caractères au plus.` }),
    ...(page && !webLink(page) && { link: 'Colle l’adresse complète, qui commence par https://' }),
    ...(email && !EMAIL.test(email) && { email: 'Vérifie l’adresse : il y manque quelque chose.' }),
  }
  if (!name || Object.keys(fields).length > 0) return { kind: 'invalid', fields }
  const application = idFrom(call, 'application')
  const others = (await applicationsOf(desk, on, by)).filter(
    (one) => one.application.id !== application,
  )
  if (others.some(({ candidate }) => simplify(candidate.name) === simplify(name))) {
    return {
      kind: 'invalid',
      fields: {
        name: 'Cette personne est déjà dans la liste. Si c’est un homonyme, précise son nom.',
      },
    }
  }
  const candidate = idFrom(call, 'candidate')
  const body = { name, ...(page && { link: page }), ...(email && { email }) }
  const changed = await change(
    call,
    (state, actor) => addApplication(state, { application, candidate }, actor),
    [{ id: candidate, kind: 'candidate', application, body }],
  )
  return formOutcome(call, changed, () =>
    message(text`${bold(name)} est dans la liste.`, {
      kind: 'text',
      text: text`Prochaine étape : ${code('/recrutement planifier')}.`,
    }),
  )
}

/** Something, an at sign, something with a dot: anything finer refuses real addresses. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
