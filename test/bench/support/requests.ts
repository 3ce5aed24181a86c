/** Slash commands as Mattermost sends them. */
import { Agent, request } from 'node:http'
import { COMMAND_TOKEN } from './processes.ts'

/** Connections stay open, as those of Mattermost do. */
const agent = new Agent({ keepAlive: true })

export interface Asked {
  readonly by: string
  readonly channel: string
  readonly text: string
}

let sent = 0

/** Sends a command; gives what the person is shown. */
export async function command(url: string, { by, channel, text }: Asked): Promise<string> {
  sent += 1
  const body = new URLSearchParams({
    token: COMMAND_TOKEN,
    command: '/recrutement',
    text,
    user_id: by,
    channel_id: channel,
    channel_name: 'recrutement',
    team_id: 'team',
    trigger_id: `trigger-${sent}`,
    response_url: '',
  })
  return post(url, body.toString())
}

async function post(url: string, body: string): Promise<string> {
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': Buffer.byteLength(body),
  }
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', agent, headers }, (response) => {
      let answer = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (answer += chunk))
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode === 200) resolve(answer)
        else reject(new Error(`${url} answered ${response.statusCode}`))
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
