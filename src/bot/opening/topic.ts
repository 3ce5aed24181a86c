/** `/recrutement nouveau`: from the form to the private channel. */
import type { Answer } from '../../chat/port.ts'
import { code, text } from '../../chat/text.ts'
import { openRecruitment } from '../../process/decide/opening.ts'
import { titleOf } from '../choose.ts'
import { contentOf, idFrom, message, say, zoneOf } from '../desk.ts'
import { presentPerson } from '../people.ts'
import { explain } from '../refusals/explain.ts'
import type { CommandCall, FormCall, Topic } from '../topic.ts'
import { welcome } from './channel.ts'
import { openingForm } from './form.ts'
import { readOpening } from './reading.ts'

export const opening: Topic = {
  freeCommands: { nouveau: start },
  freeForms: { open: submit },
  sayings: {
    welcome,
    'channel-unreachable': async ({ desk, on, entry }) =>
      message(
        text`Je ne peux plus écrire dans le canal de ${await titleOf(desk, on, entry.to ?? '')}.`,
        {
          kind: 'text',
          text: [
            'Il a sans doute été archivé, ou j’en ai été retiré. Rouvre-le et invite-moi à nouveau ; tes commandes marchent aussi ici, en message direct.',
          ],
        },
      ),
  },
}

async function start({ desk, interaction, by }: CommandCall): Promise<Answer> {
  const team = interaction.team ?? (await onlyTeam(desk.sharedTeams(by)))
  if (team === undefined) {
    return say(
      text`Tape ${code('/recrutement nouveau')} dans un canal de l’équipe concernée : le canal privé y sera créé.`,
    )
  }
  const isSelection = interaction.kind === 'command' && interaction.command === SELECTION
  return { kind: 'form', form: openingForm({ team }, isSelection ? 'contractor' : undefined) }
}

/** Whoever types `/selection` has a mission in mind. */
const SELECTION = 'selection'

async function onlyTeam(teams: ReturnType<CommandCall['desk']['sharedTeams']>) {
  const [only, ...others] = await teams
  return others.length === 0 ? only?.id : undefined
}

async function submit(call: FormCall): Promise<Answer> {
  const { desk, by, args, values, interaction } = call
  const at = desk.clock.now()
  const newId = (what: string) => idFrom(call, what)
  const zone = await zoneOf(desk, by)
  const read = readOpening(values, { team: args['team'] ?? '', zone, now: at, newId })
  if ('fields' in read) return { kind: 'invalid', fields: read.fields }
  const { opening, texts } = read
  if (opening.advisor !== undefined) {
    const advisor = await presentPerson(call, 'advisor')
    if ('problem' in advisor) return advisor.problem
  }
  const changed = await desk.store.change({
    recruitment: newId('recruitment'),
    by,
    at,
    mark: interaction.id,
    content: contentOf(interaction),
    texts,
    decide: (state) => (state ? { events: [] } : openRecruitment(opening, { by, at })),
  })
  if (changed.kind === 'refused') {
    const { refusal } = changed
    const sentence = await explain(desk, undefined, refusal, by)
    return refusal.code === 'sent-otherwise-before'
      ? { kind: 'invalid', message: sentence }
      : { kind: 'invalid', fields: { advisor: sentence } }
  }
  return say(
    opening.contract === 'contractor'
      ? '✅ La sélection est ouverte. Son canal privé t’attend dans ta liste.'
      : '✅ Le recrutement est ouvert. Son canal privé t’attend dans ta liste.',
    {
      kind: 'text',
      text: text`Prochaine étape, dans ce canal : ${code('/recrutement cadrage')}, pour fixer ce que les entretiens vérifieront.`,
    },
  )
}
