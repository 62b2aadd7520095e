/** lightOf in SQL, of a row with `due_at` and `yellow_at` at `:now`. */
export const LIGHT = `CASE WHEN due_at IS NULL THEN 'stopped' WHEN due_at <= :now::bigint THEN 'red' WHEN yellow_at <= :now::bigint THEN 'yellow' ELSE 'green' END`
