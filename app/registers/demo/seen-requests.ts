/** The ids of requests that were taken, for as long as their signatures could be used again. */
export class SeenRequests {
  private readonly until = new Map<string, number>()
  private readonly keptMs: number

  constructor(keptMs: number) {
    this.keptMs = keptMs
  }

  /** Notes an id; says whether it is new. */
  take(id: string, now: number): boolean {
    // Noted in order of time, so the oldest come first.
    for (const [old, until] of this.until) {
      if (until > now) break
      this.until.delete(old)
    }
    if (this.until.has(id)) return false
    this.until.set(id, now + this.keptMs)
    return true
  }
}
