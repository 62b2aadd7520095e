import type { CaseEnd } from '#app/kernel/definition/definition.ts'
import type { Span } from '#app/kernel/clock/span.ts'
import type { Path } from '#app/kernel/definition/definition-problem.ts'

/** A case as its author expects it, told in examples.yaml. */
export type Example = {
  /** One sentence. */
  title: string
  /** YYYY-MM-DD, the day of the application. */
  begins: string
  /** What the registers hold on the applicant, or on the company they act for. */
  records: Records
  /** What they hold on others the applicant is linked to, by the value that names them. */
  others: Readonly<Record<string, Records>>
  answers: Given
  /** What the applicant answers where it is asked, unless the example says something else. */
  usualAnswers: Given
  /** Which of several records of their own the applicant picks, from 1. */
  picks: Readonly<Record<string, number>>
  /** All that the applicant must answer, since no record holds it; null: not told. */
  asked: readonly string[] | null
  steps: readonly Step[]
  expected: Expected
}

/** Money in fen, dates YYYY-MM-DD, a file by its name. */
export type Plain = string | number | boolean
export type Given = Readonly<Record<string, Plain>>

/** By `register.entity`. */
export type Records = Readonly<Record<string, readonly Given[]>>

/** `name` is a task, a wait or a part, or one of `doers`; `outcome` how it came out, or what they do. */
export type Step = StepOptions & { name: string; outcome: string }

export type StepOptions = {
  /** How long after it was opened; left out: at once. */
  after: Span | null
  sets: Given | null
  reason: string | null
  /** Each desk's own report on a joint task. */
  reports: Readonly<Record<string, string>> | null
  /** What a return asks for, with the reason of each. */
  asks: Readonly<Record<string, string>> | null
  gives: Given | null
  record: Given | null
  takes: Given | null
  amount: number | null
}

/** Who does what is no step of the flow: the applicant corrects or withdraws, the office extends or revokes. */
export const doers = ['applicant', 'office'] as const

export type Expected =
  | { refusedAtOnce: string }
  | { refusedAtOnce: null; ends: CaseEnd; endsOn: string | null; makes: readonly string[]; workingDays: number; shows: Readonly<Record<string, Plain | null>> }

/** What an example says and the service does not do; `path` within the part looked at. */
export type Wrong = { path: Path; message: string; atKey?: boolean }

export const wrong = (path: Path, message: string): Wrong => ({ path, message })

/** The same, seen from further out. */
export const within = (path: Path, inner: Wrong): Wrong => ({ ...inner, path: [...path, ...inner.path] })
