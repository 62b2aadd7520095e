import { caseParts } from './commit-case.ts'
import { effectParts } from './commit-effects.ts'
import { guardBound, type GuardShape, guardSql } from './commit-guard.ts'
import type { Written } from './commit-part.ts'
import type { Session } from './database.server.ts'
import { type Given, givenOf } from './given-rows.ts'
import { numbered } from './statement.ts'
import { storable } from './text.ts'

const PARTS = [...caseParts, ...effectParts]

/** What makes one commit's statement differ from another's: what guards it, and in which form each part has something to write, if it has. */
type Shape = { guard: GuardShape; forms: readonly (string | null)[] }

/** Shapes between them with every part in each of its forms. */
export const FULL_SHAPES: readonly Shape['forms'][] = Array.from({ length: Math.max(...PARTS.map(({ forms }) => Object.keys(forms).length)) }, (_, index) =>
  PARTS.map(({ forms }) => Object.keys(forms)[index] ?? Object.keys(forms)[0] ?? null),
)

/**
 * Writes a whole commit in one statement, so that it is one question to the server and all of it or nothing. Statements are made once
 * for each shape that comes.
 * @returns whether it was let through; when not, nothing was written. Throws what the server says, and then nothing was either
 */
export function prepareWrite(database: Session): (written: Written, session?: Session) => Promise<boolean> {
  const known = new Map<string, Placed>()
  return async (written, session = database) => {
    const { shape, given } = shapeOf(written)
    const name = nameOf(shape)
    const { text, places } = known.get(name) ?? placed(commitSql(shape), given)
    known.set(name, { text, places })
    const all = given.flatMap(({ values }) => values)
    const { rows } = await session.query({ name, text, values: places.map((place) => storable(all[place])) })
    return (rows[0] as { done: boolean } | undefined)?.done ?? false
  }
}

/** A statement, and where each of its values stands among what is given to its shape. */
type Placed = { text: string; places: readonly number[] }

function placed(sql: string, given: readonly Given[]): Placed {
  const { text, names } = numbered(sql)
  const known = given.flatMap((one) => one.names)
  const missing = names.find((name) => !known.includes(name))
  if (missing !== undefined) throw new Error(`A commit was given no ${missing}`)
  return { text, places: names.map((name) => known.indexOf(name)) }
}

function shapeOf(written: Written): { shape: Shape; given: Given[] } {
  const { expectedVersion, idempotencyKey, draft } = written.change
  const parts = PARTS.map(({ bound }) => bound(written))
  return {
    shape: { guard: { isNew: expectedVersion === 0, key: idempotencyKey !== null, draft: draft !== null }, forms: parts.map((part) => part?.form ?? null) },
    given: [givenOf(guardBound(written)), ...parts.flatMap((part) => part?.given ?? [])],
  }
}

export function commitSql({ guard, forms }: Shape): string {
  const { parts: claims, done } = guardSql(guard)
  const writes = PARTS.flatMap(({ name, forms: own }, index) => {
    const form = forms[index]
    return form ? [`${name} AS (${own[form]})`] : []
  })
  return `WITH ${[...claims, ...writes].join(',\n')}\n${done}`
}

/** A letter for each part, with which its form's name begins: names may have 63 characters. */
function nameOf({ guard, forms }: Shape): string {
  return `commit ${Number(guard.isNew)}${Number(guard.key)}${Number(guard.draft)} ${forms.map((form) => form?.at(0) ?? '-').join('')}`
}
