import { tellMission } from './stories/mission.ts'
import { onThePage } from './support/page-hands.ts'

tellMission(onThePage())
