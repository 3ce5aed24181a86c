import type { PersonId, TextId } from '../ids.ts'
import type { Settings } from '../settings.ts'
import type { Contract, Craft } from '../vocabulary.ts'

/** How a recruitment begins, and how it is set. */
export type OpeningFact =
  | {
      readonly type: 'RecruitmentOpened'
      readonly team: string
      readonly owner: PersonId
      readonly craft: Craft
      readonly contract: Contract
      readonly title: TextId
      readonly product: TextId
      readonly incubator?: TextId
      readonly offer?: TextId
      readonly primeContractor?: TextId
      /** ISO date. */
      readonly decisionDate?: string
      readonly firstRecruitment: boolean
      readonly advisor?: PersonId
    }
  | { readonly type: 'ChannelCreated'; readonly channel: string }
  | { readonly type: 'SettingsChanged'; readonly settings: Settings }
