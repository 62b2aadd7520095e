import type { QueryConfig } from 'pg'

import type { Session } from './database.server.ts'
import { storable } from './text.ts'

/** By name, as they stand in the SQL: `:name`. */
export type Bound = Readonly<Record<string, unknown>>

/** One SQL statement, planned once a connection. It runs on any connection, or on the one of a transaction. */
export type Statement<Row> = {
  all(bound?: Bound, session?: Session): Promise<Row[]>
  first(bound?: Bound, session?: Session): Promise<Row | null>
  /** How many rows it changed. */
  run(bound?: Bound, session?: Session): Promise<number>
}

type Numbered = { name: string; text: string; names: readonly string[] }

const NAME = /(?<![:\w]):([a-z]\w*)/gi

/** @param name by which a connection knows it: another one for other SQL */
export function prepare<Row>(database: Session, name: string, sql: string): Statement<Row> {
  const numberedFor = sql.includes(':limit') ? byLimit(name, sql) : always({ name, ...numbered(sql) })
  const run = (bound: Bound, session: Session) => session.query(configOf(numberedFor(bound), bound))
  return {
    // what a statement gives is what its caller says it selects
    all: async (bound = {}, session = database) => (await run(bound, session)).rows as Row[],
    first: async (bound = {}, session = database) => ((await run(bound, session)).rows[0] as Row | undefined) ?? null,
    run: async (bound = {}, session = database) => (await run(bound, session)).rowCount ?? 0,
  }
}

/** `$1` for the first name, and again wherever it stands; `::` is a cast. */
export function numbered(sql: string): { text: string; names: readonly string[] } {
  const names = [...new Set([...sql.matchAll(NAME)].map(([, name = '']) => name))]
  return { text: sql.replace(NAME, (_, name: string) => `$${names.indexOf(name) + 1}`), names }
}

/** The SQL with its limit in it: a plan that does not know how few rows are wanted reads and sorts all of them. */
export function limited(sql: string, limit: unknown): string {
  if (!Number.isSafeInteger(limit) || Number(limit) < 0) throw new Error(`A limit is a whole number, not ${typeof limit}`)
  return sql.replaceAll(':limit', String(limit))
}

const always = <T>(value: T) => () => value

/** One statement for each limit; callers have a few fixed ones. */
function byLimit(name: string, sql: string): (bound: Bound) => Numbered {
  const known = new Map<unknown, Numbered>()
  return ({ limit }) => {
    const statement = known.get(limit) ?? { name: `${name} ${String(limit)}`, ...numbered(limited(sql, limit)) }
    known.set(limit, statement)
    return statement
  }
}

function configOf({ name, text, names }: Numbered, bound: Bound): QueryConfig {
  const missing = names.find((one) => bound[one] === undefined)
  if (missing !== undefined) throw new Error(`Statement ${name} was given no ${missing}`)
  return { name, text, values: names.map((one) => storable(bound[one])) }
}
