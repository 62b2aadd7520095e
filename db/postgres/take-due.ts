/** Which rows of a table are due: `key` names one, `at` is when, and orders them before `key` does. */
type Due = { table: string; at: string; key: readonly string[]; columns: string; where?: string }

const sorted = ({ at, key }: Due, alias: string): string => [at, ...key].map((column) => `${alias}.${column}`).join(', ')

export const dueSql = (due: Due): string => `
  SELECT ${due.columns} FROM ${due.table} AS t WHERE t.${due.at} <= :now${due.where ?? ''} ORDER BY ${sorted(due, 't')} LIMIT :limit`

/** Due rows, put off until `:until`: each goes to one of all who ask at once, and nobody waits for another. */
export const takeSql = (due: Due): string => `
  WITH taken AS (
    SELECT * FROM ${due.table} AS t WHERE t.${due.at} <= :now${due.where ?? ''} ORDER BY ${sorted(due, 't')} LIMIT :limit FOR UPDATE SKIP LOCKED
  ), moved AS (
    UPDATE ${due.table} AS m SET ${due.at} = :until FROM taken AS t WHERE ${due.key.map((column) => `m.${column} = t.${column}`).join(' AND ')}
  )
  SELECT ${due.columns} FROM taken AS t ORDER BY ${sorted(due, 't')}`
