/** An owner who left the workspace (product.md section 7). */
import { describe, test } from 'vitest'
import { replaceLostOwner } from '../../../src/process/decide/ownership.ts'
import { given } from '../support/history.ts'
import type { Command } from '../support/history.ts'
import { deputyNamed, named, opened } from '../support/story.ts'

interface Absence {
  readonly present?: boolean
  readonly isAdmin?: boolean
  readonly deputyPresent?: boolean
}

function replacing({ present = false, isAdmin = false, ...rest }: Absence): Command {
  return (state, actor) =>
    replaceLostOwner(state, { person: 'ines', present, isAdmin, ...rest }, actor)
}

const inesOwns = { type: 'OwnerNamed', person: 'ines' } as const

describe('an owner who left', () => {
  test('is replaced by the deputy', () => {
    given(opened(), deputyNamed)
      .when('sacha', replacing({ deputyPresent: true }))
      .thenRecorded(inesOwns)
  })

  test('is replaced by an administrator where there is no deputy, or one who left too', () => {
    given(opened())
      .when('zoe', replacing({ isAdmin: true }))
      .thenRecorded(inesOwns)
    given(opened(), deputyNamed)
      .when('zoe', replacing({ isAdmin: true, deputyPresent: false }))
      .thenRecorded(inesOwns)
  })

  test('is left to the deputy who is there: a stranger who administers learns nothing', () => {
    const lost = replacing({ isAdmin: true, deputyPresent: true })
    given(opened(), deputyNamed).when('zoe', lost).thenRefused({ code: 'not-a-member' })
    given(opened(), deputyNamed, named('lou', 'observer', ['interview']))
      .when('lou', lost)
      .thenRefused({ code: 'owner-or-deputy-only', owner: 'camille', deputy: 'sacha' })
  })

  test('is replaced by nobody else', () => {
    given(opened(), named('lou', 'observer', ['interview']))
      .when('lou', replacing({}))
      .thenRefused({ code: 'owner-or-deputy-only', owner: 'camille' })
    given(opened()).when('zoe', replacing({})).thenRefused({ code: 'not-a-member' })
  })
})

describe('an owner who is there', () => {
  test('is not replaced, and only the team learns that they are there', () => {
    given(opened(), deputyNamed)
      .when('sacha', replacing({ present: true, deputyPresent: true }))
      .thenRefused({ code: 'owner-still-here', owner: 'camille' })
    given(opened())
      .when('zoe', replacing({ present: true, isAdmin: true }))
      .thenRefused({ code: 'not-a-member' })
  })
})
