import type { Answers } from '#app/kernel/case/answer.ts'
import type { Whose } from '#app/kernel/clock/segments.ts'
import type { CaseEnd } from '#app/kernel/definition/definition.ts'

/** A part of a case as the whole knows it: written with every commit of the whole. */
export type HeardPart = { sub: string; service: string; definitionHash: string; company: string | null; openedAt: number; heardWhose: Whose; heardEnd: CaseEnd | null }

/** A part as it is itself: written with every commit of its own case. */
export type PartReport = { parentId: string; sub: string; childRef: string; whose: Whose; end: CaseEnd | null; answers: Answers }

export type PartRow = HeardPart & Omit<PartReport, 'childRef'> & { childId: string | null; childRef: string | null }

export type PartStore = {
  /** The parts of a case, in the order they were opened. */
  of(parentId: string): Promise<readonly PartRow[]>
  /** Parts with something left to do: to begin, to tell the whole of, or to take back with the whole; longest waiting first; each to one caller for `leaseMs`. 0 only looks. */
  pending(now: number, limit: number, leaseMs: number): Promise<readonly PartRow[]>
  /** The same, of one case, whatever it was put off to. */
  pendingOf(parentId: string): Promise<readonly PartRow[]>
  /** Puts a part off, after a failure. */
  postpone(parentId: string, sub: string, until: number): Promise<void>
}
