/** French sentences that the adapter itself says, whatever the conversation. */
import type { Interaction, Message } from './port.ts'
import { seal, unseal } from './signing.ts'
import { z } from 'zod'

export const WAIT = 'Un instant…'
/** Stays on screen: nobody takes it down once the answer is there. */
export const WAIT_FOR_DIRECT =
  'Un instant… Si rien n’apparaît ici, la réponse arrive en message direct.'
export const SEE_DIRECT = 'Je te réponds en message direct.'
export const FORM_EXPIRED =
  'Ce formulaire a plus de 24 heures. Copie ce que tu veux garder, ferme-le, puis ouvre-le à nouveau.'
export const FORM_SLOW =
  'Je n’ai pas encore fini. Appuie à nouveau dans quelques secondes : rien ne sera enregistré deux fois.'
export const FORM_FAILED =
  'Je n’ai pas pu enregistrer ta saisie. Elle reste ici : réessaie dans une minute.'
export const BUTTON_EXPIRED: Message = {
  headline: ['Ce bouton ne sert plus. Refais la commande pour ouvrir le formulaire.'],
}
export const REQUEST_FAILED =
  'Je n’ai pas pu aller au bout de ta demande. Ce qui était déjà enregistré est gardé : réessaie dans une minute.'
export const FAILED: Message = { headline: [REQUEST_FAILED] }
export const FORM_TOO_LONG: Message = {
  headline: [
    'Ce texte dépasse les 3 000 caractères d’un formulaire. Il est gardé tel quel, mais ne peut pas être modifié ici.',
  ],
}

/** The button that opens a form again when the first try came too late. */
const SEALED_BUTTON = 'sealed button'
export const REPLAY_ACTION = 'ouvrir-le-formulaire'
const REPLAY_FOR_MS = 60 * 60 * 1000

/** What was asked, kept sealed in the button so that it can be asked again by the same person. */
const replay = z.object({
  by: z.string(),
  until: z.number(),
  asked: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('command'), command: z.string(), text: z.string() }),
    z.object({
      kind: z.literal('button'),
      action: z.string(),
      args: z.record(z.string(), z.string()),
      message: z.object({ channel: z.string(), post: z.string() }).exactOptional(),
    }),
  ]),
})
export type Asked = z.infer<typeof replay>['asked']

/** What was asked, so that it can be asked again; a submission cannot. */
export function askedBy(interaction: Interaction): Asked | undefined {
  if (interaction.kind === 'form') return undefined
  if (interaction.kind === 'command') {
    return { kind: 'command', command: interaction.command, text: interaction.text }
  }
  const { action, args, message } = interaction
  return { kind: 'button', action, args: { ...args }, ...(message ? { message } : {}) }
}

export function openLater(secret: string, by: string, asked: Asked, now: number): Message {
  const sealed = seal(secret, SEALED_BUTTON, { by, until: now + REPLAY_FOR_MS, asked })
  return {
    headline: ['Le formulaire est prêt.'],
    blocks: [
      {
        kind: 'buttons',
        buttons: [
          {
            label: 'Ouvrir le formulaire',
            action: REPLAY_ACTION,
            args: { sealed },
            style: 'primary',
          },
        ],
      },
    ],
  }
}

/** What this person asked before; undefined when too old, or asked by someone else. */
export function askedBefore(
  secret: string,
  by: string,
  sealed: string | undefined,
  now: number,
): Asked | undefined {
  const found = replay.safeParse(unseal(secret, SEALED_BUTTON, sealed ?? ''))
  if (!found.success || found.data.by !== by || found.data.until < now) return undefined
  return found.data.asked
}
