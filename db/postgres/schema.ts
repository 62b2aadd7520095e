/*
 * The columns of every table that is read or written by its columns, for types and queries. Keys, indexes and computed columns (`sort`,
 * `list_sort`, `place`) are in migrations/*.sql, the only place they are made. Instants are epoch ms, but for events.at (ISO 8601 in UTC);
 * days are YYYY-MM-DD; numbers of days are wd.
 */

export * from './case-schema.ts'
export * from './chain-schema.ts'
export * from './count-schema.ts'
export * from './draft-schema.ts'
export * from './person-schema.ts'
export * from './record-schema.ts'
