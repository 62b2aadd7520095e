import type { AnswerFile } from '#app/kernel/case/answer.ts'

/** A document that a desk has checked, so that it need not be given again while it holds. */
export type Evidence = {
  id: string
  /** Whose it is: identity number or credit code. */
  subject: string
  concept: string
  file: AnswerFile
  /** The department that checked it, and in which case. */
  checkedBy: string
  ref: string
  checkedOn: string
  /** The last day it can be used again, YYYY-MM-DD. */
  validUntil: string
}

export type EvidenceStore = {
  /** Of these concepts and still valid on this day, newest first. */
  of(subject: string, concepts: readonly string[], today: string): Promise<readonly Evidence[]>
}
