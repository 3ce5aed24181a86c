/** What one can do here, for whoever typed `/recrutement` alone. */
import type { Block, Button } from '../../chat/port.ts'
import { code, text } from '../../chat/text.ts'
import type { Recruitment } from '../../process/recruitment.ts'
import { refuseUnlessOwnerOrDeputy, standings } from '../../process/roles.ts'
import { CHOSEN, titleOf } from '../choose.ts'
import { RECRUITMENT_ARG } from '../desk.ts'
import type { Case, CommandCall } from '../topic.ts'

/** Buttons for the recruitment of this channel, else for the latest of one's own; and where the list is. */
export async function doableHere(call: CommandCall): Promise<Block[]> {
  const on = await caseHere(call)
  const help: Block = {
    kind: 'text',
    text: text`La liste complète : ${code('/recrutement aide')}.`,
  }
  if (!on) {
    return [
      { kind: 'text', text: text`Pour ouvrir un recrutement : ${code('/recrutement nouveau')}.` },
      help,
    ]
  }
  const title = await titleOf(call.desk, on, call.by)
  const leads = !refuseUnlessOwnerOrDeputy(on.state, call.by)
  const commands = leads ? leading(on.state) : ['statut', 'cadrage', 'débrief']
  return [
    {
      kind: 'section',
      title: `Pour ${title}`,
      text: [],
    },
    {
      kind: 'buttons',
      buttons: commands.map((command): Button => ({
        label: LABELS[command] ?? command,
        action: CHOSEN,
        args: { [RECRUITMENT_ARG]: on.id, command },
      })),
    },
    help,
  ]
}

const LABELS: Readonly<Record<string, string>> = {
  cadrage: 'Cadrage',
  équipe: 'Équipe',
  candidat: 'Candidatures',
  planifier: 'Planifier',
  débrief: 'Débriefs',
  décision: 'Décider',
  statut: 'Où en est-on',
  comparer: 'Comparer',
}

/** What moves a recruitment on, first; then where it stands. */
function leading({ framing, members, applications, closedAt }: Recruitment): readonly string[] {
  if (closedAt) return ['statut']
  if (!framing.closedAt) return ['cadrage', 'équipe', 'candidat']
  if (Object.keys(members).length === 0) return ['équipe', 'candidat', 'cadrage']
  if (Object.keys(applications).length === 0) return ['candidat', 'équipe', 'cadrage']
  return ['statut', 'planifier', 'décision', 'comparer']
}

async function caseHere({ desk, by, interaction }: CommandCall): Promise<Case | undefined> {
  const here = await desk.store.recruitmentOfChannel(interaction.channel)
  const mine = (await desk.store.recruitmentsOf(by)).map(({ recruitment }) => recruitment)
  const id = here !== undefined && mine.includes(here) ? here : mine.at(-1)
  const state = id === undefined ? undefined : await desk.store.load(id)
  return id !== undefined && state && standings(state, by).length > 0 ? { id, state } : undefined
}
