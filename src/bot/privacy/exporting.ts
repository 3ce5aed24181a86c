/** `/recrutement exporter`: everything held on a candidate, as a file to hand over. */
import type { Answer } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import { refuseUnlessOwner } from '../../process/roles.ts'
import { applicationIn } from '../candidates/found.ts'
import type { Found } from '../candidates/found.ts'
import { RECRUITMENT_ARG, say } from '../desk.ts'
import { explain } from '../refusals/explain.ts'
import type { About, ButtonCall, Call, CommandCall, FormCall } from '../topic.ts'
import { dossierOf } from './dossier.ts'
import { toHtml } from './html.ts'
import { sealedParts } from './sealed.ts'
import { whom, whomField } from './whom.ts'

export async function exportCommand(call: About<CommandCall>): Promise<Answer> {
  return askWhom(call, call.rest)
}

export async function exportButton(call: About<ButtonCall>): Promise<Answer> {
  const { application } = call.args
  if (application === undefined) return askWhom(call, '')
  return exportOne(call, await applicationIn(call, application))
}

export async function submitExport(call: About<FormCall>): Promise<Answer> {
  const { application } = call.values
  return exportOne(call, await applicationIn(call, String(application)))
}

async function askWhom(call: About<Call>, name: string): Promise<Answer> {
  const { desk, on, by } = call
  const refusal = refuseUnlessOwner(on.state, by)
  if (refusal) return say(await explain(desk, on, refusal, by))
  const found = await whom(call, name)
  if ('nobody' in found) return say('Il n’y a aucune candidature ici : rien à exporter.')
  if ('only' in found) return exportOne(call, found.only)
  return {
    kind: 'form',
    form: {
      form: 'export',
      title: 'Exporter une candidature',
      intro: [[found.said, 'Tu recevras un fichier avec tout ce que je garde.'].join(' ').trim()],
      submit: 'Exporter',
      args: { [RECRUITMENT_ARG]: on.id },
      fields: [whomField(found.several)],
    },
  }
}

async function exportOne(call: About<Call>, found: Found | undefined): Promise<Answer> {
  const { desk, on, by } = call
  const refusal = refuseUnlessOwner(on.state, by)
  if (refusal) return say(await explain(desk, on, refusal, by))
  if (!found) return say(await explain(desk, on, { code: 'unknown-application' }, by))
  const sealed = await sealedParts(call, found.application)
  const dossier = await dossierOf(call, found, sealed)
  return {
    kind: 'private',
    message: {
      headline: text`Voici tout ce que je garde sur ${bold(found.candidate.name)}.`,
      blocks: [
        ...(sealed.length === 0
          ? []
          : [
              {
                kind: 'section' as const,
                title: 'Ce qui n’y est pas encore',
                text: [[...sealed, 'Exporte à nouveau ensuite.'].join('\n')],
              },
            ]),
        {
          kind: 'text',
          text: [
            'Relis avant de transmettre : des notes peuvent parler d’autres personnes. Supprime ce fichier ensuite.',
          ],
        },
      ],
      files: [{ name: 'candidature.html', type: 'text/html', content: await toHtml(dossier) }],
    },
  }
}
