import { describe, expect, test } from 'vitest'
import type { Answer, Button } from '../../../src/chat/port.ts'
import { guide } from '../../../src/bot/guide/topic.ts'
import type { Desk } from '../../../src/bot/topic.ts'
import { loadGuides } from '../../../src/guides/load.ts'
import type { Craft } from '../../../src/process/vocabulary.ts'
import { readableAnswer } from '../support/readable.ts'

const guides = await loadGuides()

/** A desk where Camille has a recruitment of each of these crafts, the first in the channel `here`. */
function desk(...crafts: readonly Craft[]): Desk {
  const known = {
    guides,
    store: {
      recruitmentOfChannel: async (channel: string) => (channel === 'here' ? '0' : undefined),
      recruitmentsOf: async () => crafts.map((_, i) => ({ recruitment: String(i) })),
      load: async (id: string) => ({ craft: crafts[Number(id)] }),
    },
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- reading a guide needs nothing else of it
  return known as unknown as Desk
}

interface Where {
  readonly channel: string
  readonly direct: boolean
}
const elsewhere: Where = { channel: 'elsewhere', direct: false }
const base = { id: 'i', by: 'camille' } as const

async function ask(rest: string, on: Desk = desk(), where: Partial<Where> = {}) {
  const interaction = {
    ...base,
    ...elsewhere,
    ...where,
    kind: 'command',
    command: 'recrutement',
    text: `guide ${rest}`,
  } as const
  const answer = await guide.freeCommands?.['guide']?.({
    desk: on,
    interaction,
    by: 'camille',
    rest,
  })
  if (!answer) throw new Error('no answer')
  return answer
}

async function press({ action, args = {} }: Pick<Button, 'action' | 'args'>): Promise<Answer> {
  const interaction = { ...base, ...elsewhere, kind: 'button', action, args } as const
  const answer = await guide.freeButtons?.[action]?.({
    desk: desk(),
    interaction,
    by: 'camille',
    args,
  })
  if (!answer) throw new Error('no answer')
  return answer
}

const read = (answer: Answer): string => readableAnswer(answer)
const firstLine = (answer: Answer): string => read(answer).split('\n')[0] ?? ''
const buttonsOf = (answer: Answer): readonly Button[] =>
  answer.kind === 'private'
    ? (answer.message.blocks ?? []).flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
    : []

describe('`/recrutement guide`', () => {
  test('shows the guide of the craft and stage named', async () => {
    const answer = await ask('produit références')
    expect(firstLine(answer)).toBe('Prise de références, gestion de produit · 10 à 15 min')
    expect(read(answer)).toContain('## 4–10 min · Les doutes')
    expect(read(answer)).not.toContain('Pour un autre métier')
  })

  test('says when a craft follows the guide of all of them', async () => {
    const answer = await ask('coach mise en situation')
    expect(read(answer).split('\n').slice(0, 2)).toEqual([
      'Mise en situation · 60 min',
      'Coaching : cette étape suit la trame de tous les métiers.',
    ])
    expect(read(await ask('coach entretien'))).not.toContain('tous les métiers')
  })

  test('takes the craft of the channel’s recruitment, else the only one of mine', async () => {
    const many = desk('designer', 'coach')
    expect(firstLine(await ask('entretien', many, { channel: 'here' }))).toMatch(/, design ·/)
    expect(firstLine(await ask('entretien', desk('coach')))).toMatch(/, coaching ·/)
    expect(firstLine(await ask('entretien', many))).toBe('Entretien métier · 45 à 60 min')
    expect(read(await ask('entretien', many))).toContain('Pour un autre métier, nomme-le')
  })

  test('asks which level of deployment, unless the recruitment at hand says it', async () => {
    expect(read(await ask('bizdev entretien'))).toMatchInlineSnapshot(`
      "Quel profil ? Copie une ligne.
      • /recrutement guide déploiement débutant entretien quand le déploiement est déjà organisé
      • /recrutement guide déploiement confirmé entretien pour trouver les premières personnes qui adoptent le produit et installer l’usage
      Pour éprouver la valeur du produit sur le terrain, cherche un profil polyvalent : lis les deux."
    `)
    const mine = await ask('déploiement entretien', desk('deployment-senior'))
    expect(firstLine(mine)).toBe('Entretien métier, déploiement (profil confirmé) · 45 à 60 min')
  })

  test('asks which stage, in lines that can be copied', async () => {
    expect(read(await ask(''))).toMatchInlineSnapshot(`
      "Quelle étape ? Copie une ligne.
      • /recrutement guide préqualification Préqualification
      • /recrutement guide entretien Entretien métier
      • /recrutement guide situation Mise en situation
      • /recrutement guide collaboration Cadre de collaboration
      • /recrutement guide références Prise de références
      Pour un autre métier, nomme-le : /recrutement guide design entretien."
    `)
    expect(read(await ask('design'))).toMatchInlineSnapshot(`
      "Design : quelle étape ? Copie une ligne.
      • /recrutement guide design préqualification Préqualification
      • /recrutement guide design entretien Entretien métier
      • /recrutement guide design situation Mise en situation
      • /recrutement guide design collaboration Cadre de collaboration
      • /recrutement guide design références Prise de références"
    `)
  })

  test('asks which of several crafts or stages', async () => {
    expect(read(await ask('dev design entretien'))).toMatchInlineSnapshot(`
      "Quel métier ? Copie une ligne.
      • /recrutement guide développement entretien Développement
      • /recrutement guide design entretien Design"
    `)
    expect(read(await ask('coach situation références'))).toMatchInlineSnapshot(`
      "Laquelle de ces étapes ? Copie une ligne.
      • /recrutement guide coaching situation Mise en situation
      • /recrutement guide coaching références Prise de références"
    `)
  })

  test('meets an unknown word with what was meant, or with what there is', async () => {
    expect(firstLine(await ask('dev entreiten'))).toBe(
      'Je ne connais pas « entreiten ». Tu voulais dire /recrutement guide dev entretien ?',
    )
    expect(firstLine(await ask('kubernetes'))).toBe(
      'Je ne connais pas « kubernetes ». Copie une ligne.',
    )
    expect(
      read(await ask('kubernetes entretien'))
        .split('\n')
        .slice(0, 2),
    ).toEqual(['Entretien métier · 45 à 60 min', 'Je ne connais pas « kubernetes ».'])
    expect(firstLine(await ask('z'.repeat(300)))).toBe(
      `Je ne connais pas « ${'z'.repeat(40)}… ». Copie une ligne.`,
    )
  })
})

describe('the buttons of a guide', () => {
  test('give the wordings, with their tips', async () => {
    const [examples] = buttonsOf(await ask('design références'))
    const shown = await press(examples ?? { action: '' })
    expect(read(shown).split('\n').slice(0, 4)).toMatchInlineSnapshot(`
      [
        "Prise de références : des formulations à adapter. Complète ce qui est entre crochets.",
        "## Le rôle tenu et les travaux confiés",
        "Conseil : Tu peux demander pourquoi la collaboration s’est arrêtée.",
        "• « Quel était le rôle de [prénom], et sur quoi avez-vous travaillé ensemble ? »",
      ]
    `)
  })

  test('give what each level looks like', async () => {
    const [, levels] = buttonsOf(await ask('coach entretien'))
    expect(
      read(await press(levels ?? { action: '' }))
        .split('\n')
        .slice(0, 6),
    ).toMatchInlineSnapshot(`
      [
        "Entretien métier, coaching : les quatre niveaux.",
        "## La personne maîtrise le fonctionnement de beta.gouv.fr et de ses Startups d’État, ou au moins les enjeux du numérique public",
        "• 3 · démontré, preuves fortes : Explique comment naît, grandit ou s’arrête une Startup d’État, et ce que cela demande aux administrations, exemples à l’appui.",
        "• 2 · validé : Décrit l’approche de beta.gouv.fr, ou deux enjeux du numérique de l’État, sans se tromper sur l’essentiel.",
        "• 1 · partiel : En connaît le nom et quelques produits, peu la façon de faire.",
        "• 0 · non validé : Découvre le sujet le jour de l’échange.",
      ]
    `)
  })

  test('give no level for reference calls, and none at all without criteria', async () => {
    const answer = await ask('dev références')
    const [, levels] = buttonsOf(answer)
    const shown = read(await press(levels ?? { action: '' }))
    expect(levels?.label).toBe('Ce que tu peux entendre')
    expect(shown).not.toMatch(/^• [0-3]/m)
    expect(buttonsOf(await ask('autre références')).map(({ label }) => label)).toEqual([
      'Exemples de questions',
      'Partager ici',
    ])
  })

  test('share the guide where it was asked, but not in direct messages', async () => {
    const share = buttonsOf(await ask('produit entretien')).find(
      ({ label }) => label === 'Partager ici',
    )
    const shared = await press(share ?? { action: '' })
    expect(shared.kind).toBe('shared')
    expect(firstLine(shared)).toBe('Entretien métier, gestion de produit · 45 à 60 min')
    const direct = await ask('produit entretien', desk(), { direct: true })
    expect(buttonsOf(direct).map(({ label }) => label)).not.toContain('Partager ici')
  })

  test('that no longer name a guide say how to ask for one', async () => {
    const stale = await press({ action: 'guide-examples', args: { craft: 'x', stage: 'y' } })
    expect(firstLine(stale)).toBe(
      'Ce message n’est plus à jour. Tape /recrutement guide pour choisir une trame.',
    )
  })
})
