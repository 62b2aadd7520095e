/** Jobs that one process at a time may do, of all that work on one store. */
export type LeaseStore = {
  /**
   * Takes a lease, or prolongs it for the holder who has it, until `now + leaseMs`.
   * @param holder names a process, not a machine
   * @returns its fence, higher for each new holder; null while somebody else has it
   */
  take(name: string, holder: string, now: number, leaseMs: number): Promise<number | null>
  /** Ends a lease early. False when it was lost meanwhile. */
  release(name: string, fence: number): Promise<boolean>
}
