import { describe, expect, test, vi } from 'vitest'

import { type Scene, nothing, say, FORM } from './scene.ts'

export function formsPromises(scene: Scene): void {
  const { newKey, inChannel, saying, openForm } = scene

  describe('a form', () => {
    test('shows its fields in order and comes back with its values and ids', async () => {
      const { zoe, marc } = scene.platform
      const form = await openForm(FORM)
      expect(form.fields).toEqual(FORM.fields.map(({ name }) => name))
      expect(`${form.title} ${form.intro}`).toContain('Noter la mise en situation de Camille')
      const sent = { titre: '  Bien vu ', niveau: '3', questions: ['q1', 'q2'], qui: marc.id }
      expect(await form.submit({ ...sent, relire: true })).toEqual({ closed: true, errors: {} })
      expect(scene.heard.at(-1)).toMatchObject({
        kind: 'form',
        form: 'evaluer',
        args: { interview: 'i42' },
        by: zoe.id,
        channel: scene.platform.channel,
        direct: false,
      })
      expect(scene.heard.at(-1)).toHaveProperty('values', {
        titre: 'Bien vu',
        niveau: '3',
        questions: ['q2', 'q1'],
        qui: marc.id,
        relire: true,
      })
    })

    test('refused keeps its field errors beside the fields, and the same id when sent again', async () => {
      const form = await openForm(FORM)
      scene.answer = () =>
        Promise.resolve({
          kind: 'invalid',
          message: 'Relis les champs signalés.',
          fields: { titre: 'Trop court.', questions: 'Coche au moins une question.' },
        })
      const values = { titre: 'x', niveau: '2', questions: [], relire: false }
      expect(await form.submit(values)).toEqual({
        closed: false,
        error: 'Relis les champs signalés.',
        errors: { titre: 'Trop court.', questions: 'Coche au moins une question.' },
      })
      scene.answer = nothing
      expect(await form.submit({ ...values, titre: 'Assez long' })).toMatchObject({
        closed: true,
      })
      const ids = scene.heard.filter(({ kind }) => kind === 'form').map(({ id }) => id)
      expect(ids).toHaveLength(2)
      expect(new Set(ids).size).toBe(1)
    })

    test('opened twice has two ids, so each has its own effect', async () => {
      const fields = [{ kind: 'text', name: 'titre', label: 'Titre' }] as const
      const [first, second] = [
        await openForm({ ...FORM, fields }),
        await openForm({ ...FORM, fields }),
      ]
      scene.answer = nothing
      await first.submit({ titre: 'a' })
      await second.submit({ titre: 'b' })
      const ids = scene.heard.filter(({ kind }) => kind === 'form').map(({ id }) => id)
      expect(new Set(ids).size).toBe(2)
    })

    test('can be opened by a button', async () => {
      const { chat, zoe } = scene.platform
      const blocks = [{ kind: 'buttons', buttons: [{ label: 'Noter', action: 'noter' }] }] as const
      await chat.post(inChannel(), { headline: ['Tes notes'], blocks }, newKey())
      scene.answer = async ({ kind }) =>
        kind === 'button' ? { kind: 'form', form: FORM } : nothing()
      await zoe.press(scene.platform.channel, 'Noter')
      expect((await zoe.form()).fields).toContain('preuve')
    })

    test('comes back with what was typed before', async () => {
      const fields = [
        { kind: 'text', name: 'titre', label: 'Titre', value: 'Déjà écrit' },
        {
          kind: 'several',
          name: 'q',
          label: 'Posées',
          options: [{ value: 'a', label: 'A' }],
          values: ['a'],
        },
        { kind: 'boolean', name: 'relire', label: 'À relire', value: true },
      ] as const
      const form = await openForm({ ...FORM, fields })
      scene.answer = nothing
      await form.submit({ q: ['a'] })
      expect(scene.heard.at(-1)).toHaveProperty('values', {
        titre: 'Déjà écrit',
        q: ['a'],
        relire: true,
      })
    })

    test('answered privately is answered to whoever sent it only', async () => {
      const { zoe, marc } = scene.platform
      const form = await openForm({ ...FORM, fields: FORM.fields.slice(0, 1) })
      scene.answer = () =>
        Promise.resolve({ kind: 'private', message: say('Bien reçu, c’est noté') })
      await form.submit({ titre: 'x' })
      const direct = await zoe.directChannel()
      await vi.waitFor(async () => {
        const told = [...(await saying('Bien reçu', zoe, direct)), ...(await saying('Bien reçu'))]
        expect(told).toHaveLength(1)
      })
      expect(await saying('Bien reçu', marc)).toEqual([])
    })

    test('opened from a thread of the direct messages is answered there', async () => {
      const { chat, zoe } = scene.platform
      const direct = await zoe.directChannel()
      const root = await chat.post({ person: zoe.id }, say('Ton entretien'), newKey())
      const buttons = [{ label: 'Écrire dans ce fil', action: 'ecrire' }]
      await chat.post(
        { person: zoe.id, thread: root },
        { headline: ['À toi'], blocks: [{ kind: 'buttons', buttons }] },
        newKey(),
      )
      scene.answer = async ({ kind }) =>
        kind === 'button'
          ? { kind: 'form', form: { ...FORM, fields: FORM.fields.slice(0, 1) } }
          : { kind: 'private', message: say('Gardé, pas encore déposé') }
      await zoe.press(direct, 'Écrire dans ce fil')
      await (await zoe.form()).submit({ titre: 'x' })
      const told = await scene.sees('Gardé, pas encore déposé', zoe, direct)
      expect(told.thread).toBe(root.post)
      expect(scene.heard).toMatchObject([{ thread: root.post }, { thread: root.post }])
    })

    test('forged by someone who knows the address is refused', async () => {
      expect(await scene.platform.forge('form')).toBe(401)
      expect(scene.heard).toEqual([])
    })
  })
}
