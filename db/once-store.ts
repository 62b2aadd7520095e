/** What can be used once: a sign-in under way, a form kept over one, a challenge, an invitation. */
export type OnceKind = 'sign_in' | 'kept_form' | 'challenge' | 'invitation'

/** Kept under the hash of what its bearer holds, until it is taken or its time is over. */
export type OnceStore = {
  /** One with the same kind and key is replaced. @param until the first instant at which it counts no more */
  put(kind: OnceKind, key: string, data: string, until: number): Promise<void>
  /** What was put, exactly once; null: never there, taken already, or too late. */
  take(kind: OnceKind, key: string, now: number): Promise<string | null>
  /** Drops what nobody can take any more. Says how many. */
  forget(now: number): Promise<number>
}
