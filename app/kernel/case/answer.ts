/** What a condition and a template can read: dates as YYYY-MM-DD, money in fen, a file by its id. */
export type Value = string | number | boolean | null

/** A register's value as it came (Myinfo's four: source, as of, valid until, classification). */
export type Envelope = {
  register: string
  entity: string
  key: string
  field: string
  value: Value
  /** YYYY-MM-DD */
  asOf: string
  validUntil: string | null
  classification: 'public' | 'internal' | 'personal' | 'sensitive'
}

export type AnswerFile = { id: string; name: string; bytes: number; mediaType: string; sha256: string }

/**
 * A value and who gave it. An edited value keeps the register's own beside it. `promised`: no value, but the applicant's
 * word that it is so, or that it will be brought.
 */
export type Answer = {
  value: Value
  source: 'record' | 'applicant' | 'desk' | 'promised'
  envelope: Envelope | null
  file: AnswerFile | null
  /** Why the applicant's own value stands beside a register's that they can't otherwise change: both go to the desk. */
  differs?: Difference
  /** The register did not answer again when the application was handed in: the value is as old as the draft. */
  unconfirmed?: true
}

/** `typed_first`: given while the register held or gave nothing. `disputed`: the applicant says that the record is wrong; `ref` names that case. */
export type Difference = { because: 'typed_first' } | { because: 'disputed'; ref: string }

export type Answers = Readonly<Record<string, Answer>>

/** An answer typed by the applicant. */
export function given(value: Value, file: AnswerFile | null = null): Answer {
  return { value, source: 'applicant', envelope: null, file }
}

/** The applicant's word instead of a proof. */
export const promised: Answer = { value: null, source: 'promised', envelope: null, file: null }

/** The bare values, as conditions read them. */
export function valuesOf(answers: Answers): Record<string, Value> {
  return Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, answer.value]))
}
