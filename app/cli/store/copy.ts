import { copyStore, NotCopied } from '#db/copy/copy-store.server.ts'

import { StoreRefusal } from './store-refusal.ts'

/**
 * `npm run store -- copy FROM TO`: moves a town from SQLite to PostgreSQL. What it says on the way goes to `say`.
 * @param from `file:…` of the portal's database, which may be running
 * @param to `postgres://…` of an empty database, or of one into which a copy was broken off
 */
export async function copy(from: string, to: string, say: (line: string) => void): Promise<readonly string[]> {
  try {
    const { rows, seconds, stoppedSeconds } = await copyStore(from, to, say)
    return [`${rows} rows copied and compared in ${seconds} s; nothing could be written for ${stoppedSeconds} s of these.`, 'Start the portal with DATABASE_URL set to the new database. The old file can only be read from now on.']
  } catch (error) {
    if (error instanceof NotCopied) throw new StoreRefusal(1, error.message)
    throw error
  }
}
