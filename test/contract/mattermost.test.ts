import { chatContract } from './chat-contract.ts'
import { mattermostPlatform } from './mattermost/platform.ts'

chatContract('Mattermost', mattermostPlatform)
