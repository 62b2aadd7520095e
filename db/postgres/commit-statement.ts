import { caseParts } from './commit-case.ts'
import { effectParts } from './commit-effects.ts'
import { guardBound, type GuardShape, guardSql } from './commit-guard.ts'
import type { Written } from './commit-part.ts'
import type { Session } from './database.server.ts'
import { type Bound, prepare, type Statement } from './statement.ts'

const PARTS = [...caseParts, ...effectParts]

/** Their names. */
export const ALL_PARTS: readonly string[] = PARTS.map(({ name }) => name)

/** What makes one commit's statement differ from another's: what guards it, and which parts have something to write. */
type Shape = { guard: GuardShape; parts: readonly string[] }

/**
 * Writes a whole commit in one statement, so that it is one question to the server and all of it or nothing. Statements are made once
 * for each shape that comes; there are some dozens of them.
 * @returns whether it was let through; when not, nothing was written. Throws what the server says, and then nothing was either
 */
export function prepareWrite(database: Session): (written: Written, session?: Session) => Promise<boolean> {
  const known = new Map<string, Statement<{ done: boolean }>>()
  return async (written, session) => {
    const { shape, bound } = shapeOf(written)
    const name = nameOf(shape)
    const statement = known.get(name) ?? prepare<{ done: boolean }>(database, name, commitSql(shape))
    known.set(name, statement)
    return (await statement.first(bound, session))?.done ?? false
  }
}

export function shapeOf(written: Written): { shape: Shape; bound: Bound } {
  const { expectedVersion, idempotencyKey, draftId } = written.change
  const parts = PARTS.flatMap(({ name, bound }) => {
    const values = bound(written)
    return values === null ? [] : [{ name, values }]
  })
  return {
    shape: { guard: { isNew: expectedVersion === 0, key: idempotencyKey !== null, draft: draftId !== null }, parts: parts.map(({ name }) => name) },
    bound: Object.assign({}, guardBound(written.change, written.stateText), ...parts.map(({ values }) => values)) as Bound,
  }
}

export function commitSql({ guard, parts }: Shape): string {
  const { parts: claims, done } = guardSql(guard)
  const writes = PARTS.filter(({ name }) => parts.includes(name)).map(({ name, sql }) => `${name} AS (${sql})`)
  return `WITH ${[...claims, ...writes].join(',\n')}\n${done}`
}

/** A bit for each part: names may have 63 characters. */
function nameOf({ guard, parts }: Shape): string {
  const bits = PARTS.map(({ name }) => (parts.includes(name) ? 1 : 0)).join('')
  return `commit ${Number(guard.isNew)}${Number(guard.key)}${Number(guard.draft)} ${Number.parseInt(bits, 2).toString(36)}`
}
