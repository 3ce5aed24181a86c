/** The private channel of a recruitment, and its first message. */
import type { ChannelRequest } from '../../chat/port.ts'
import { code, person, text } from '../../chat/text.ts'
import { CHANNEL } from '../../process/gate.ts'
import { titleOf } from '../choose.ts'
import { message, read } from '../desk.ts'
import { calendarDate } from '../french/times.ts'
import { CONTRACT_WORDS, CRAFT_NAMES } from '../french/words.ts'
import type { Case, Composer, Desk } from '../topic.ts'

/** The name derives from the recruitment's id, so that asking twice makes one channel. */
export async function channelRequest(desk: Desk, on: Case): Promise<ChannelRequest> {
  const { process } = CONTRACT_WORDS[on.state.contract]
  const title = await titleOf(desk, on, on.state.owner)
  return {
    team: on.state.team,
    name: `recrutement-${on.id}`,
    title: `${process} · ${title}`.slice(0, 64),
    purpose:
      'Espace de travail de l’équipe. Les débriefs s’y ouvrent quand tout le monde a déposé ses notes.',
  }
}

export const welcome: Composer = async ({ desk, on }) => {
  const { owner, advisor, decisionDate, craft, contract, product, offer, incubator } = on.state
  const texts = await read(desk, on, CHANNEL, [on.state.title, product, offer, incubator])
  const { process } = CONTRACT_WORDS[contract]
  const link = texts.get('offer', offer)
  const place = [texts.get('product', product), texts.get('incubator', incubator)]
  return message(
    text`${process} ouvert${contract === 'contractor' ? 'e' : ''} : ${texts.get('title', on.state.title) ?? ''}`,
    {
      kind: 'fields',
      fields: [
        {
          label: 'Produit',
          value: [place.filter(Boolean).join(', ')],
        },
        { label: 'Métier', value: [CRAFT_NAMES[craft]] },
        { label: 'Qui décide', value: [person(owner)] },
        ...(advisor === undefined ? [] : [{ label: 'Qui conseille', value: [person(advisor)] }]),
        ...(decisionDate === undefined
          ? []
          : [{ label: 'Décision visée', value: [calendarDate(decisionDate)] }]),
        ...(link === undefined
          ? []
          : [{ label: 'Offre', value: [{ kind: 'link' as const, url: link, label: link }] }]),
      ],
    },
    {
      kind: 'bullets',
      items: [
        text`Pour commencer : ${code('/recrutement cadrage')}, puis ${code('/recrutement équipe')}.`,
        ['Chaque débrief s’ouvre ici, quand toutes les notes de l’entretien sont déposées.'],
        ...(contract === 'agent'
          ? [
              [
                'La grille et le dossier de ton administration s’appliquent aussi : je ne les remplace pas.',
              ],
            ]
          : []),
      ],
    },
  )
}
