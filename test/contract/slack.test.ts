import { chatContract } from './chat-contract.ts'
import { slackPlatform } from './slack/platform.ts'

chatContract('Slack in socket mode', () => slackPlatform('socket'))
chatContract('Slack in HTTP mode', () => slackPlatform('http'))
