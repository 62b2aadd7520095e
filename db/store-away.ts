/** The store can't be reached, or can't write for now: not what was asked for is wrong, and the same may be asked again. */
export class StoreAway extends Error {}

/** The disk is full or fails, the file is locked by somebody else, can't be opened or may only be read. */
const AWAY_IN_SQLITE = /^SQLITE_(?:FULL|IOERR|BUSY|LOCKED|CANTOPEN|READONLY|NOMEM)/

/** Was an error thrown because the store is away? */
export function isStoreAway(error: unknown): boolean {
  if (error instanceof StoreAway) return true
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && AWAY_IN_SQLITE.test(error.code)
}
