import { tellMission } from './stories/mission.ts'
import { api } from './support/api-hands.ts'

tellMission(api)
