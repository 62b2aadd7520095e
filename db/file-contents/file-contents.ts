/** Where the bytes of uploads lie when it is not the database: a place that all processes of a portal share. */
export type FileContents = {
  /** Kept for good when this has come back. */
  put(id: string, content: Uint8Array): Promise<void>
  /** Null where there is none. Throws when the place can't be reached. */
  get(id: string): Promise<Uint8Array | null>
  /** What is not there counts as removed. */
  remove(ids: readonly string[]): Promise<void>
}

/** Ids are random and made here; whatever else comes never becomes a part of a path. */
const ID = /^[\w-]{1,64}$/

/** Throws for what can't be an id of ours. */
export function safeId(id: string): string {
  if (!ID.test(id)) throw new Error('no id of a file')
  return id
}
