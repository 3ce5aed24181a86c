/** Adding one candidate. */
import type { Answer, Form } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import { addApplications } from '../../process/decide/applications.ts'
import type { Candidate } from '../../store/texts.ts'
import { isWttjLink } from '../../wttj/reference.ts'
import { RECRUITMENT_ARG, change, formOutcome, idFrom, message } from '../desk.ts'
import { LONGEST_LINK, SHORT, isEmail, typed, webLink } from '../fields.ts'
import type { About, Call, Case, FormCall } from '../topic.ts'
import { holdersOf, sameAddress } from './accounts.ts'
import type { Holder } from './accounts.ts'
import { applicationsOf, nameKey } from './found.ts'
import type { Found } from './found.ts'
import { leading } from './leading.ts'

export function askCandidate(call: About<Call>): Promise<Answer> {
  return leading(call, async ({ on }) => ({ kind: 'form', form: candidateForm(on) }))
}

function candidateForm({ id }: Case): Form {
  return {
    form: 'candidate',
    title: 'Nouvelle candidature',
    submit: 'Ajouter',
    args: { [RECRUITMENT_ARG]: id },
    fields: [
      { kind: 'text', name: 'name', label: 'Prénom et nom', maxLength: SHORT },
      {
        kind: 'text',
        name: 'link',
        label: 'Lien du dossier',
        help: 'Sa page sur Welcome to the Jungle, si elle existe.',
        placeholder: 'https://…',
        optional: true,
        maxLength: LONGEST_LINK,
      },
      { kind: 'text', name: 'email', label: 'Adresse e-mail', optional: true, maxLength: SHORT },
    ],
  }
}

export async function submitCandidate(call: About<FormCall>): Promise<Answer> {
  const { desk, on, by, values } = call
  const name = typed(values, 'name')
  const link = typed(values, 'link')
  const email = typed(values, 'email')
  const application = idFrom(call, 'application')
  const others = (await applicationsOf(desk, on, by)).filter(
    (one) => one.application.id !== application,
  )
  const [holder] = await holdersOf(desk, on, [email && isEmail(email) ? email : undefined])
  const body = { name: name ?? '', ...(link && { link }), ...(email && { email }) }
  const fields = { ...clashOf(body, others), ...(holder && mineOf(holder)), ...wrongIn(body) }
  if (Object.keys(fields).length > 0) return { kind: 'invalid', fields }
  const candidate = idFrom(call, 'candidate')
  const tracked = link !== undefined && isWttjLink(link)
  const changed = await change(
    call,
    (state, actor) => addApplications(state, [{ application, candidate, tracked }], actor),
    [{ id: candidate, kind: 'candidate', application, body }],
  )
  return formOutcome(call, changed, (after) => added(after, body.name, application, holder))
}

function added({ id }: Case, name: string, application: string, holder: Holder | undefined) {
  const args = { [RECRUITMENT_ARG]: id }
  return message(
    text`${bold(name)} est dans la liste.`,
    ...(holder ? [{ kind: 'text' as const, text: [kept([name])] }] : []),
    { kind: 'text', text: ['Avant le premier entretien, dis-lui comment se fait l’évaluation.'] },
    {
      kind: 'buttons',
      buttons: [
        {
          label: 'Message d’information',
          action: 'inform-candidate',
          args: { ...args, application },
          style: 'primary',
        },
        { label: 'Ajouter quelqu’un d’autre', action: 'add-candidate', args },
      ],
    },
  )
}

/** Said when candidates have accounts of the workspace. */
export function kept(names: readonly string[]): string {
  const [only, ...others] = names
  return others.length === 0
    ? `${only ?? ''} a un compte ici : il n’entrera ni dans l’équipe, ni dans le canal.`
    : `${names.length} de ces personnes ont un compte ici : il n’entrera ni dans l’équipe, ni dans le canal.`
}

/** What is wrong with each field by itself. */
function wrongIn({ name, link, email }: Candidate): Readonly<Record<string, string>> {
  return {
    ...(!/\p{L}/u.test(name) && { name: 'Écris le prénom et le nom.' }),
    ...(name.length > SHORT && { name: `Raccourcis le nom : ${SHORT} caractères au plus.` }),
    ...(link !== undefined &&
      webLink(link) === undefined && {
        link: 'Colle l’adresse complète, qui commence par https://',
      }),
    ...(link !== undefined &&
      link.length > LONGEST_LINK && {
        link: `Colle une adresse plus courte : ${LONGEST_LINK} caractères au plus.`,
      }),
    ...(email !== undefined &&
      !isEmail(email) && { email: 'Vérifie l’adresse : il y manque quelque chose.' }),
  }
}

/** Whoever is in the list already, by name or by address. */
function clashOf(
  { name, email }: Candidate,
  others: readonly Found[],
): Readonly<Record<string, string>> {
  const holder = others.find(
    ({ candidate }) => email && candidate.email && sameAddress(candidate.email, email),
  )
  const isThere = others.some(({ candidate }) => nameKey(candidate.name) === nameKey(name))
  return {
    ...(isThere && {
      name: 'Cette personne est déjà dans la liste. Si c’est un homonyme, précise son nom.',
    }),
    ...(holder && {
      email: `C’est déjà l’adresse de ${holder.candidate.name}. Vérifie-la, ou laisse le champ vide.`,
    }),
  }
}

function mineOf({ ofTeam, name }: Holder): Readonly<Record<string, string>> {
  if (!ofTeam) return {}
  return {
    email: `C’est l’adresse de ${name}, qui fait partie de l’équipe : on ne peut pas être des deux côtés. Vérifie-la.`,
  }
}
