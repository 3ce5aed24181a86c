/** Who a candidate is, as typed in a form: the fields, what is wrong with them, what is kept. */
import type { Field } from '../../chat/port.ts'
import type { Candidate } from '../../store/texts.ts'
import { LONGEST_LINK, SHORT, isEmail, typed, webLink } from '../fields.ts'
import type { About, FormCall } from '../topic.ts'
import { holdersOf, sameAddress } from './accounts.ts'
import type { Holder } from './accounts.ts'
import { applicationsOf, nameKey } from './found.ts'
import type { Found } from './found.ts'

/** Filled in with what is known already, if anything is. */
export function identityFields(known: Partial<Candidate> = {}): readonly Field[] {
  const { name, link, email, also = [] } = known
  return [
    {
      kind: 'text',
      name: 'name',
      label: 'Prénom et nom',
      maxLength: SHORT,
      ...(name !== undefined && { value: name }),
    },
    {
      kind: 'text',
      name: 'link',
      label: 'Lien du dossier',
      help: 'Sa page sur Welcome to the Jungle, si elle existe.',
      placeholder: 'https://…',
      optional: true,
      maxLength: LONGEST_LINK,
      ...(link !== undefined && { value: link }),
    },
    {
      kind: 'text',
      name: 'email',
      label: 'Adresse e-mail',
      optional: true,
      maxLength: SHORT,
      ...(email !== undefined && { value: email }),
    },
    {
      kind: 'text',
      name: 'also',
      label: 'Surnoms, initiales',
      help: 'Séparés par des virgules : je les reconnaîtrai aussi avant le débrief.',
      optional: true,
      maxLength: SHORT,
      ...(also.length > 0 && { value: also.join(', ') }),
    },
  ]
}

export interface Identity {
  readonly body: Candidate
  /** The account of the workspace that has this address, if any. */
  readonly holder: Holder | undefined
  /** What to correct, by field. */
  readonly wrong: Readonly<Record<string, string>>
}

/** What a form holds about the candidate of that application. */
export async function readIdentity(call: About<FormCall>, application: string): Promise<Identity> {
  const { desk, on, by, values } = call
  const link = typed(values, 'link')
  const email = typed(values, 'email')
  const also = nicknamesIn(typed(values, 'also') ?? '')
  const body = {
    name: typed(values, 'name') ?? '',
    ...(link && { link }),
    ...(email && { email }),
    ...(also.length > 0 && { also }),
  }
  const others = (await applicationsOf(desk, on, by)).filter(
    (one) => one.application.id !== application,
  )
  const [holder] = await holdersOf(desk, on, [email && isEmail(email) ? email : undefined])
  const wrong = { ...clashOf(body, others), ...(holder && mineOf(holder)), ...wrongIn(body) }
  return { body, holder, wrong }
}

function nicknamesIn(list: string): readonly string[] {
  return list
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => /\p{L}/u.test(one))
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
