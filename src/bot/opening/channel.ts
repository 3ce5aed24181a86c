/** The private channel of a recruitment, and its first message. */
import type { Block, ChannelRequest } from '../../chat/port.ts'
import { code, link, person, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { CHANNEL } from '../../process/gate.ts'
import { titleOf } from '../choose.ts'
import { message, read } from '../desk.ts'
import { calendarDate } from '../french/times.ts'
import { CONTRACT_WORDS, CRAFT_NAMES } from '../french/words.ts'
import type { Case, Composer, Desk } from '../topic.ts'

/** What Mattermost accepts as a channel's display name. */
const LONGEST_TITLE = 64

/** The name derives from the recruitment's id, so that asking twice makes one channel. */
export async function channelRequest(desk: Desk, on: Case): Promise<ChannelRequest> {
  const { process, job } = CONTRACT_WORDS[on.state.contract]
  const title = await titleOf(desk, on, on.state.owner)
  return {
    team: on.state.team,
    name: `recrutement-${on.id}`,
    title: cut(`${process} · ${title}`, LONGEST_TITLE),
    purpose: `L’équipe y choisit quelqu’un pour ${job}. Les débriefs s’y ouvrent quand tout le monde a déposé ses notes.`,
  }
}

/** Whole characters of the beginning, as people see them: an emoji counts for several units. */
function cut(written: string, units: number): string {
  let kept = ''
  for (const { segment } of new Intl.Segmenter('fr').segment(written)) {
    if (kept.length + segment.length > units) break
    kept += segment
  }
  return kept
}

export const welcome: Composer = async ({ desk, on }) => {
  const { contract } = on.state
  const title = await titleOf(desk, on, CHANNEL)
  const { process } = CONTRACT_WORDS[contract]
  return message(
    text`${process} ${contract === 'contractor' ? 'ouverte' : 'ouvert'} : ${title}`,
    await facts(desk, on),
    { kind: 'section', title: 'Les prochaines étapes', text: [] },
    {
      kind: 'numbered',
      items: [
        text`${code('/recrutement cadrage')} : ce que les entretiens vérifieront`,
        text`${code('/recrutement équipe')} : qui évalue, à quelle étape`,
        text`${code('/recrutement candidat')} : les candidatures, une à une ou collées en liste`,
      ],
    },
    {
      kind: 'text',
      text: ['Chaque débrief s’ouvre ici, quand toutes les notes de l’entretien sont déposées.'],
    },
    ...(contract === 'agent' ? [ADMINISTRATION] : []),
  )
}

/** A public agent is recruited by an administration, which has rules of its own. */
const ADMINISTRATION: Block = {
  kind: 'text',
  text: [
    'La grille et le dossier de ton administration s’appliquent aussi : je ne les remplace pas.',
  ],
}

async function facts(desk: Desk, on: Case): Promise<Block> {
  const { owner, advisor, decisionDate, craft, product, offer, incubator, primeContractor } =
    on.state
  const texts = await read(desk, on, CHANNEL, [product, offer, incubator, primeContractor])
  const url = texts.get('offer', offer)
  const holder = texts.get('prime-contractor', primeContractor)
  const place = [texts.get('product', product), texts.get('incubator', incubator)]
  const fields: readonly (readonly [string, Text | undefined])[] = [
    ['Produit', [place.filter((one) => one !== undefined).join(', ')]],
    ['Métier', [CRAFT_NAMES[craft]]],
    ['Qui décide', [person(owner)]],
    ['Qui conseille', advisor === undefined ? undefined : [person(advisor)]],
    ['Titulaire du marché', holder === undefined ? undefined : [holder]],
    ['Décision visée', decisionDate === undefined ? undefined : [calendarDate(decisionDate)]],
    ['Offre', url === undefined ? undefined : [link(url, url)]],
  ]
  return {
    kind: 'fields',
    fields: fields.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
  }
}
