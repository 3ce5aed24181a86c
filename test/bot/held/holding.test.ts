/** A message about an interview, before its debrief opens (section 4 of the product). */
import { describe, expect, it } from 'vitest'
import { emptyDatabase } from '../support/opened.ts'
import { buttonOf, mission } from '../support/mission.ts'
import { formOf } from '../support/prequalification.ts'
import { readableAnswer, readableMessage } from '../support/readable.ts'

const DAY = 24 * 3_600_000
const DURING = '2026-03-04T09:10:00Z'
const OPENING = '2026-03-04T13:00:00Z'

/** Camille meets metier and equipe1 on Wednesday from 10 to 11, in Paris; Alex is never met. */
async function planned() {
  const office = await mission(await emptyDatabase())
  await office.add({ name: 'Camille Durand' })
  await office.add({ name: 'Alex Moreau' })
  const interview = await office.plan('Camille Durand', 'interview', 'mercredi 10h')
  const { chat, channel, press } = office
  const told = (person: string, kind = 'held') => {
    const found = chat.posts.findLast(
      ({ entry, to }) => entry.startsWith(`${kind}/`) && 'person' in to && to.person === person,
    )
    return found?.versions.at(-1)
  }
  const shown = (person: string) => {
    const message = told(person)
    return message ? readableMessage(message) : ''
  }
  const inChannel = (kind: string) =>
    chat.posts
      .filter(({ entry }) => entry.startsWith(`${kind}/`))
      .map(({ versions }) => readableMessage(versions.at(-1) ?? { headline: [] }))
  return {
    ...office,
    interview,
    shown,
    inChannel,
    says: (person: string, text: string, how = {}) => office.writes(person, channel, text, how),
    async choose(person: string, label: string) {
      const message = told(person)
      if (!message) throw new Error(`nothing is held of ${person}`)
      const { action, args = {} } = buttonOf(message, label)
      return readableAnswer(await press(person, action, args))
    },
    async openDebrief() {
      for (const person of ['metier', 'equipe1']) await office.file(person, interview, '2')
      await office.moveTo(OPENING)
      return inChannel('debrief')[0] ?? ''
    },
  }
}

describe('a message that names a candidate while their debrief is shut', () => {
  it('is removed, kept for its author alone, who is told in private what they can do', async () => {
    const { chat, channel, says, moveTo, shown } = await planned()
    await moveTo(DURING)
    const post = await says('metier', 'Camille est très solide, on la prend ?')
    expect(chat.removed).toEqual([{ channel, post }])
    expect(shown('metier').split('\n')).toEqual([
      '🔒 Ton message est mis de côté : Entretien métier, Camille Durand.',
      'Le débrief est encore fermé : chaque personne écrit ses notes avant de lire celles des autres. Je garde ton message, lisible par toi seulement. Sans choix de ta part, je le citerai à l’ouverture, sous ton nom.',
      '> Camille est très solide, on la prend ?',
      '[C’est pratique, republier] [Mettre dans mes notes] [Retirer]',
    ])
    const others = chat.posts.filter(({ to }) => !('person' in to && to.person === 'metier'))
    expect(JSON.stringify(others.map(({ versions }) => versions))).not.toContain('très solide')
  })

  it('is left alone before the start, after the opening, and when it is about somebody else', async () => {
    const { chat, says, moveTo, openDebrief } = await planned()
    await says('metier', 'Camille arrive mercredi')
    await moveTo(DURING)
    await says('metier', 'Alex a répondu')
    await says('metier', 'On se voit à midi ?')
    await moveTo('2026-03-04T10:05:00Z')
    await openDebrief()
    await says('metier', 'Camille me plaît bien')
    expect(chat.removed).toEqual([])
  })

  it('is left alone once the interview is called off', async () => {
    const { chat, says, moveTo, press, send, shown, recruitment: r, interview } = await planned()
    await moveTo(DURING)
    await says('equipe1', 'Camille n’est pas là')
    expect(chat.removed).toHaveLength(1)
    const form = formOf(await press('metier', 'not-held', { r, interview }))
    await send('metier', form, { why: 'guest-absent' })
    expect(shown('equipe1')).toContain('L’entretien n’a pas eu lieu, il n’y aura pas de débrief')
    expect(shown('equipe1')).toContain('[C’est pratique, republier] [Retirer]')
    await says('equipe1', 'Camille a écrit, on replanifie')
    expect(chat.removed).toHaveLength(1)
  })

  it('keeps its files: for its author, for the channel once republished, for the debrief otherwise', async () => {
    const { chat, says, moveTo, shown, choose, inChannel, openDebrief } = await planned()
    const content = new Uint8Array(Buffer.from('Un dossier'))
    chat.onFiles = async () => [{ name: 'camille.txt', type: 'text/plain', content }]
    await moveTo(DURING)
    await says('equipe1', 'Le dossier de Camille', { files: ['camille.txt', 'trop-lourd.mov'] })
    expect(shown('equipe1')).toContain('📎 camille.txt')
    expect(shown('equipe1')).toContain('Je n’ai pas pu garder trop-lourd.mov')
    const told = chat.posts.findLast(({ entry }) => entry.startsWith('held/'))
    expect(told?.versions[0]?.files).toEqual([{ name: 'camille.txt', type: 'text/plain', content }])
    await choose('equipe1', 'C’est pratique, republier')
    expect(inChannel('republished')[0]).toContain('📎 camille.txt')
    await says('metier', 'Camille, mes notes', { files: ['camille.txt'] })
    const debrief = await openDebrief()
    expect(debrief.match(/📎/g)).toHaveLength(1)
  })

  it('is held without its files where they cannot be read', async () => {
    const { chat, says, moveTo, shown } = await planned()
    chat.onFiles = async () => {
      throw new Error('the server is away')
    }
    await moveTo(DURING)
    await says('equipe1', 'Le dossier de Camille', { files: ['camille.txt'] })
    expect(chat.removed).toHaveLength(1)
    expect(shown('equipe1')).toContain('Je n’ai pas pu garder camille.txt')
  })

  it('counts when only its file, its edit or its thread says so', async () => {
    const { chat, channel, says, moveTo } = await planned()
    await moveTo(DURING)
    const file = await says('equipe1', '', { files: ['notes camille.pdf'] })
    const post = await says('equipe1', 'Alors ?')
    await says('equipe1', 'Alors, Camille ?', { over: post })
    await moveTo('2026-03-04T10:05:00Z')
    const thread = chat.posts.find(({ entry }) => entry.startsWith('debrief-thread/'))?.ref.post
    const reply = await says('equipe1', 'Moi je dis oui', { thread })
    expect(chat.removed).toEqual([file, post, reply].map((one) => ({ channel, post: one })))
  })
})

describe('the author of a held message', () => {
  it('has it republished at once when it is practical, and the debrief says so', async () => {
    const { says, moveTo, choose, inChannel, shown, openDebrief } = await planned()
    await moveTo(DURING)
    await says('equipe2', 'Camille a 5 min de retard')
    expect(await choose('equipe2', 'C’est pratique, republier')).toContain('Republié')
    expect(inChannel('republished')).toEqual([
      'Message pratique de Name of equipe2 :\n> Camille a 5 min de retard',
    ])
    expect(shown('equipe2')).toBe('✅ Ton message est republié : Entretien métier, Camille Durand.')
    await moveTo('2026-03-04T10:05:00Z')
    expect(await openDebrief()).toContain(
      '## Republié parce que pratique\n• Name of equipe2 : Camille a 5 min de retard',
    )
  })

  it('puts it in their notes when they score, and only then', async () => {
    const { says, moveTo, choose, shown, openDebrief, inChannel } = await planned()
    await moveTo(DURING)
    await says('equipe1', 'Camille connaît bien les mairies')
    await says('equipe2', 'Camille parle vite')
    expect(shown('equipe2')).not.toContain('Mettre dans mes notes')
    expect(await choose('equipe1', 'Mettre dans mes notes')).toContain('[Ouvrir mes notes]')
    expect(inChannel('republished')).toEqual([])
    await moveTo('2026-03-04T10:05:00Z')
    expect(await openDebrief()).toContain(
      '## Noté hors critère\n• Name of equipe1 : Camille connaît bien les mairies',
    )
  })

  it('takes it back, and nobody ever reads it', async () => {
    const { chat, says, moveTo, choose, openDebrief } = await planned()
    await moveTo(DURING)
    await says('metier', 'Camille m’a agacé')
    await choose('metier', 'Retirer')
    await moveTo('2026-03-04T10:05:00Z')
    expect(await openDebrief()).not.toContain('agacé')
    const now = chat.posts.map(({ versions }) => versions.at(-1))
    expect(JSON.stringify(now)).not.toContain('agacé')
  })

  it('finds it quoted under their name at the opening when they chose nothing', async () => {
    const { says, moveTo, openDebrief, shown, press, recruitment: r } = await planned()
    await moveTo(DURING)
    await says('metier', 'Camille est très solide')
    await moveTo('2026-03-04T10:05:00Z')
    expect(await openDebrief()).toContain(
      '## Mis de côté avant l’ouverture\n• Name of metier : Camille est très solide',
    )
    expect(shown('metier')).toContain('✅ Le débrief est ouvert, ton message y est cité')
    expect(readableAnswer(await press('metier', 'release-held', { r, held: 'x' }))).toContain(
      'Ce message n’est pas le tien',
    )
  })

  it('chooses once, and nobody chooses for them', async () => {
    const { chat, says, moveTo, choose, press } = await planned()
    await moveTo(DURING)
    await says('metier', 'Camille est très solide')
    const told = chat.posts.findLast(({ entry }) => entry.startsWith('held/'))?.versions[0]
    const { action, args = {} } = buttonOf(told ?? { headline: [] }, 'Retirer')
    for (const person of ['equipe1', 'intra']) {
      const answer = readableAnswer(await press(person, action, args))
      expect(answer).toContain('Ce message n’est pas le tien')
    }
    await choose('metier', 'C’est pratique, republier')
    expect(readableAnswer(await press('metier', action, args))).toBe(
      'Ton choix pour ce message est déjà fait.',
    )
  })
})

describe('a message that the bot may not remove', () => {
  it('is answered once, though the answer was lost while the clock was a day ahead', async () => {
    const { chat, says, moveTo, settle, inChannel } = await planned()
    chat.onRemove = async () => 'no-right'
    await moveTo(DURING)
    chat.onPost = async ({ entry, send }) => {
      const ref = send()
      if (entry.startsWith('held-in-place/')) throw new Error('the answer was lost')
      return ref
    }
    await expect(says('metier', 'Camille est très solide')).rejects.toThrow('lost')
    expect(inChannel('held-in-place')).toHaveLength(1)
    // The platform dates it by its own clock.
    chat.posts.splice(0, Infinity, ...chat.posts.map((post) => ({ ...post, at: post.at - DAY })))
    chat.onPost = async ({ send }) => send()
    await settle()
    expect(inChannel('held-in-place')).toHaveLength(1)
  })

  it('is answered in place, and the debrief says how long it was to be seen', async () => {
    const { chat, says, moveTo, shown, inChannel, openDebrief, deletes, channel } = await planned()
    chat.onRemove = async () => 'no-right'
    await moveTo(DURING)
    const post = await says('metier', 'Camille est très solide')
    expect(inChannel('held-in-place')).toEqual([
      '🔒 metier, ce message parle d’un entretien dont le débrief est encore fermé. Supprime-le, ou réécris-le sans parler de la personne ; le reste t’attend en message direct.',
    ])
    expect(shown('metier')).toContain('Je n’ai pas le droit de le retirer')
    expect(shown('metier')).toContain('[Mettre dans mes notes] [Retirer]')
    await moveTo('2026-03-04T09:30:00Z')
    await deletes(channel, post)
    expect(shown('metier')).toContain('🔒 Ton message est mis de côté')
    await moveTo('2026-03-04T10:05:00Z')
    expect(await openDebrief()).toContain(
      '## Vu avant l’ouverture\n• Un message de Name of metier est resté visible 20 min.',
    )
  })

  it('is gone too when it is rewritten without the name', async () => {
    const { chat, says, moveTo, shown } = await planned()
    chat.onRemove = async () => 'has-replies'
    await moveTo(DURING)
    const post = await says('metier', 'Camille est très solide')
    expect(shown('metier')).toContain('Des réponses le suivent')
    await says('metier', 'On en parle plus tard', { over: post })
    expect(shown('metier')).toContain('🔒 Ton message est mis de côté')
    await says('metier', 'Camille est très solide', { over: post })
    expect(shown('metier')).toContain('🔒 Ton message se voit encore')
  })

  it('makes the bot ask the owner for the right once, and say how to give it', async () => {
    const { chat, says, moveTo } = await planned()
    chat.onRemove = async () => 'no-right'
    await moveTo(DURING)
    await says('metier', 'Camille est très solide')
    await says('equipe1', 'Camille me plaît')
    const asked = chat.posts.filter(({ entry }) => entry === 'right-to-remove')
    expect(asked.map(({ to }) => to)).toEqual([{ person: 'intra' }])
    expect(readableMessage(asked[0]?.versions[0] ?? { headline: [] })).toContain(
      'Administration de l’équipe',
    )
  })
})
