import type { DryRun } from './dry-run.ts'

/** As many refs as somebody will look at. */
const MOST_REFS = 20

export type Counted = { cases: number; refs: readonly string[] }
export const findings = ['same', 'otherwise', 'unknown', 'refused', 'skipped', 'met', 'asked'] as const
export type Finding = (typeof findings)[number]

/** What the dry runs of many cases came to; a case is counted under its way, and under whatever else was found of it. */
export type DryRunTally = { cases: number; found: Readonly<Record<Finding, Counted>>; steps: Readonly<Record<string, number>> }

const none: Counted = { cases: 0, refs: [] }
export const emptyTally: DryRunTally = { cases: 0, found: { same: none, otherwise: none, unknown: none, refused: none, skipped: none, met: none, asked: none }, steps: {} }

/** `steps`: how often each step, value or reason was among what changed, as `met joint_visit`. */
export function withRun(tally: DryRunTally, run: DryRun): DryRunTally {
  const details = (['skipped', 'met', 'asked', 'refused'] as const).flatMap((finding) => run[finding].map((name) => `${finding} ${name}`))
  const counted = details.map((detail) => [detail, (tally.steps[detail] ?? 0) + 1] as const)
  const applies = (finding: Finding): boolean => finding === run.way || (finding === 'skipped' || finding === 'met' || finding === 'asked' ? run[finding].length > 0 : false)
  const found = Object.fromEntries(findings.map((finding) => [finding, applies(finding) ? oneMore(tally.found[finding], run.ref) : tally.found[finding]])) as DryRunTally['found']
  return { cases: tally.cases + 1, found, steps: { ...tally.steps, ...Object.fromEntries(counted) } }
}

const oneMore = ({ cases, refs }: Counted, ref: string): Counted => ({ cases: cases + 1, refs: refs.length < MOST_REFS ? [...refs, ref] : refs })
