import { describe, expect, test, vi } from 'vitest'

import { PermanentChatError } from '../../../src/chat/port.ts'
import { type Scene, say } from './scene.ts'

const request = (team: string) => ({
  team,
  name: 'recrutement-abc123',
  title: 'Recrutement : @all | Dév 🧑‍💻 ' + 'x'.repeat(80),
  purpose: 'Suivre un recrutement. '.repeat(20),
})

export function peoplePromises(scene: Scene): void {
  const { newKey, inChannel } = scene

  describe('channels and people', () => {
    test('a private channel is made once, and its members are added and removed once', async () => {
      const { chat, zoe, marc } = scene.platform
      const channel = await chat.createChannel(request(scene.platform.team))
      expect(await chat.createChannel(request(scene.platform.team))).toBe(channel)
      await chat.addMember(channel, zoe.id)
      await chat.addMember(channel, zoe.id)
      expect(await scene.platform.members(channel)).toEqual([zoe.id])
      await expect(marc.reads(channel)).rejects.toThrow(Error)
      await chat.removeMember(channel, zoe.id)
      await chat.removeMember(channel, zoe.id)
      expect(await scene.platform.members(channel)).toEqual([])
    })

    test('a person is known by id and by e-mail, and an unknown one is not active', async () => {
      const { chat, zoe } = scene.platform
      const found = await chat.person(zoe.id)
      expect(found).toMatchObject({ id: zoe.id, name: zoe.name, active: true, isBot: false })
      expect(await chat.personByEmail(scene.platform.zoeEmail.toUpperCase())).toEqual(found)
      expect(await chat.personByEmail('personne@exemple.fr')).toBeUndefined()
      expect(await chat.person('inconnu')).toEqual({
        id: 'inconnu',
        name: '',
        active: false,
        isBot: false,
        isAdmin: false,
      })
    })

    test('the teams shared with a person are known', async () => {
      const teams = await scene.platform.chat.sharedTeams(scene.platform.zoe.id)
      expect(teams.map(({ id }) => id)).toEqual([scene.platform.team])
    })

    test('members who come and go are noticed', async () => {
      const { chat, zoe } = scene.platform
      const channel = await chat.createChannel({
        ...request(scene.platform.team),
        name: 'recrutement-membres',
      })
      await chat.addMember(channel, zoe.id)
      await chat.removeMember(channel, zoe.id)
      await vi.waitFor(() => {
        const moves = scene.notices.filter(({ kind }) => kind !== 'message')
        expect(moves).toEqual([
          { kind: 'joined', channel, person: zoe.id },
          { kind: 'left', channel, person: zoe.id },
        ])
      })
    })

    test('what people write and correct is noticed once, and what the bot says is not', async () => {
      const { chat, zoe, channel } = scene.platform
      await chat.post(inChannel(), say('Le bot parle'), newKey())
      const root = await zoe.say(channel, 'Je trouve Camille très bien')
      const reply = await zoe.say(channel, 'Dans le fil', root)
      await zoe.edit(reply, 'Dans le fil, corrigé')
      await vi.waitFor(() =>
        expect(scene.notices.filter(({ kind }) => kind === 'message')).toHaveLength(3),
      )
      const common = { kind: 'message', by: zoe.id }
      expect(scene.notices).toEqual([
        {
          ...common,
          ref: { channel, post: root },
          text: 'Je trouve Camille très bien',
          edited: false,
          files: [],
        },
        {
          ...common,
          ref: { channel, post: reply },
          text: 'Dans le fil',
          edited: false,
          files: [],
          thread: root,
        },
        {
          ...common,
          ref: { channel, post: reply },
          text: 'Dans le fil, corrigé',
          edited: true,
          files: [],
          thread: root,
        },
      ])
    })

    test('what somebody wrote is taken down, unless others replied; so it is noticed when they do it', async () => {
      const { chat, zoe, marc, channel } = scene.platform
      const alone = await zoe.say(channel, 'Seul')
      const root = await zoe.say(channel, 'Au début d’un fil')
      const reply = await marc.say(channel, 'En réponse', root)
      expect(await chat.remove({ channel, post: root })).toBe('has-replies')
      expect(await chat.remove({ channel, post: alone })).toBe('removed')
      expect(await chat.remove({ channel, post: alone })).toBe('removed')
      expect(await chat.remove({ channel, post: reply })).toBe('removed')
      const left = (await marc.reads(channel)).map(({ post }) => post)
      expect(left).toContain(root)
      expect(left).not.toContain(alone)
      expect(left).not.toContain(reply)
      await vi.waitFor(() =>
        expect(scene.notices).toContainEqual({ kind: 'deleted', ref: { channel, post: alone } }),
      )
    })

    test('files of what somebody wrote are read while it is there, as many as fit', async () => {
      const { chat, zoe, channel } = scene.platform
      const files = { 'cv camille.txt': 'Un CV', 'long.txt': 'x'.repeat(100), 'court.txt': 'Oui' }
      const post = await zoe.share(channel, 'Avec mes pièces', files)
      const read = async (most: number) =>
        (await chat.filesOf({ channel, post }, most)).map(({ name, content }) => [
          name,
          Buffer.from(content).toString(),
        ])
      expect(await read(1_000)).toEqual(Object.entries(files))
      expect(await read(20)).toEqual([
        ['cv camille.txt', 'Un CV'],
        ['court.txt', 'Oui'],
      ])
      await chat.remove({ channel, post })
      expect(await read(1_000)).toEqual([])
    })

    test('a refusal that no later try can change is told apart', async () => {
      const { chat } = scene.platform
      const leaver = await scene.platform.leaver()
      const archived = await chat.createChannel({
        ...request(scene.platform.team),
        name: 'recrutement-fini',
      })
      await scene.platform.archive(archived)
      const gone = { channel: 'x'.repeat(26) }
      for (const to of [{ person: leaver }, { person: 'inconnu' }, { channel: archived }, gone]) {
        await expect(chat.post(to, say('Perdu'), newKey())).rejects.toThrow(PermanentChatError)
      }
      await expect(chat.addMember(archived, scene.platform.zoe.id)).rejects.toThrow(
        PermanentChatError,
      )
    })
  })
}
