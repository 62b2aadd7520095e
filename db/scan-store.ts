/** What the scanner for malware said of a file; `waiting`: nothing yet, so it is not served. */
export type Verdict = 'waiting' | 'clean' | 'infected'

export type ScanStore = {
  /** Replaces what was said before. */
  put(file: string, verdict: Verdict, at: number): Promise<void>
  /** Null: it was never to be scanned. */
  of(file: string): Promise<Verdict | null>
  /** Files that wait, longest waiting first. */
  waiting(limit: number): Promise<readonly string[]>
}
