export type TimerStore = {
  /**
   * Due at or before `now`, earliest first; each to one caller for `leaseMs`, after which it is due again. 0 only looks.
   * A timer goes when its case's next commit no longer lists it; the case's version is the fence of who fires it late.
   */
  due(now: number, limit: number, leaseMs: number): Promise<readonly { caseId: string; key: string; dueAt: number }[]>
  /** Puts a timer off, after a failure: it is not due again before `until`. */
  postpone(caseId: string, key: string, until: number): Promise<void>
}

/** Something to tell the outside world. `topic` names the event, `params` fill its text; nothing personal in it. */
export type NewMessage = { id: string; topic: string; to: string; params: Readonly<Record<string, string>>; at: number }
/** `attempts` counts this one; `caseId` is null for what is said of a draft. */
export type LeasedMessage = NewMessage & { caseId: string | null; attempts: number; fence: number }

export type OutboxStore = {
  /** Takes messages for `leaseMs`; a later lease of the same message carries a higher fence. */
  lease(now: number, leaseMs: number, limit: number): Promise<readonly LeasedMessage[]>
  /** Delivered. False when the lease was lost meanwhile. */
  delivered(id: string, fence: number): Promise<boolean>
  /** Not delivered: try again at `retryAt`. */
  failed(id: string, fence: number, retryAt: number): Promise<boolean>
  /** Not yet delivered. */
  pending(): Promise<number>
}
