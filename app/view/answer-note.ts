import type { Answer } from '#app/kernel/case/answer.ts'

/** What a desk has to know of a value that stands beside a register's, or could not be compared again; `ref` names the case of a dispute. */
export type AnswerNote = { key: 'disputed' | 'typed_first' | 'unconfirmed'; ref: string } | null

export function noteOf({ differs, unconfirmed }: Answer): AnswerNote {
  if (differs) return { key: differs.because, ref: differs.because === 'disputed' ? differs.ref : '' }
  return unconfirmed ? { key: 'unconfirmed', ref: '' } : null
}
