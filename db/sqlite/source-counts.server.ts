import type { SourceCount } from '../store.ts'

import type { Connection } from './open-database.server.ts'

const COUNT = `
  INSERT INTO source_counts (register, day, field, kind, count) VALUES (:register, :day, :field, :kind, :count)
  ON CONFLICT DO UPDATE SET count = count + excluded.count`

/** Counters of what registers give, so that a steward's page never counts the log. */
export function prepareSourceCount({ client }: Connection): (count: SourceCount) => void {
  const add = client.prepare<[SourceCount]>(COUNT)
  return (count) => void add.run(count)
}
