import { type DefinitionProblem, hint, type Path } from '#app/kernel/definition/definition-problem.ts'
import { shape } from '#app/kernel/definition/shape.ts'

import type { Example, Expected, Records, Wrong } from './example.ts'
import { type ApplicantSource, exampleSchema, type ExampleSource } from './example-schema.ts'
import { readStep } from './read-step.ts'

type Applicants = Readonly<Record<string, ApplicantSource>>
type Read = { example: Example | null; problems: DefinitionProblem[] }

/** One example of the list, at `path`, of one of the file's applicants; or what is wrong with how it is written. */
export function readExample(source: unknown, path: Path, applicants: Applicants): Read {
  const { value, problems } = shape(exampleSchema, source, path)
  if (value === null) return { example: null, problems }
  const read = (value.steps ?? []).map(readStep)
  const expected = expectedIn(value)
  const found: Wrong[] = [
    ...unknownApplicant(value.who, applicants),
    ...read.flatMap((one, i) => one.problems.map((problem): Wrong => ({ ...problem, path: ['steps', i, ...problem.path] }))),
    ...('message' in expected ? [expected] : []),
  ]
  if (found.length > 0 || 'message' in expected) return { example: null, problems: found.map((problem) => ({ ...problem, code: 'example', path: [...path, ...problem.path] })) }
  const steps = read.flatMap(({ step }) => step ?? [])
  return { example: { ...told(value, applicants[value.who ?? ''] ?? {}), steps, expected }, problems: [] }
}

/** What the example itself says comes before what its applicant usually brings, kind by kind and name by name. */
function told({ example: title, begins, answers = {}, picks = {}, asked, others, records }: ExampleSource, who: ApplicantSource): Omit<Example, 'steps' | 'expected'> {
  const everybody = Object.entries({ ...who.others, ...others }).map(([other, held]) => [other, listed(held)] as const)
  return { title, begins, records: listed({ ...who.records, ...records }), others: Object.fromEntries(everybody), answers, usualAnswers: who.answers ?? {}, picks, asked: asked ?? null }
}

const unknownApplicant = (who: string | undefined, applicants: Applicants): Wrong[] =>
  who === undefined || Object.hasOwn(applicants, who) ? [] : [{ path: ['who'], message: `there is no applicant "${who}"${hint(who, Object.keys(applicants))}` }]

/** One record or a list of them, as a list. */
const listed = (records: NonNullable<ExampleSource['records']>): Records =>
  Object.fromEntries(Object.entries(records).map(([kind, held]) => [kind, Array.isArray(held) ? held : [held]]))

function expectedIn({ refused_at_once: refusedAtOnce, steps, ends, ends_on: endsOn, makes, working_days: workingDays, shows }: ExampleSource): Expected | Wrong {
  if (refusedAtOnce !== undefined) {
    const more = Object.entries({ steps, ends, ends_on: endsOn, makes, working_days: workingDays, shows }).find(([, value]) => value !== undefined)
    return more ? { path: [more[0]], message: `nobody gets this far: the application is refused at once, so leave ${more[0]} out`, atKey: true } : { refusedAtOnce }
  }
  if (ends === undefined) return { path: [], message: 'say how the case ends (ends: granted), or why nobody can apply (refused_at_once: …)' }
  if (workingDays === undefined) return { path: ['ends'], message: 'say how many working days the offices take (working_days: 5)' }
  return { refusedAtOnce: null, ends, endsOn: endsOn ?? null, makes: makes ?? [], workingDays, shows: shows ?? {} }
}
