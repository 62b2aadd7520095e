import { type DefinitionDiff, diffParts } from './diff-definitions.ts'
import { type DryRunTally, type Finding, findings } from './dry-run-tally.ts'
import type { FourReductions } from './four-reductions.ts'

export type VersionDiff = {
  service: string
  versions: { before: number; after: number }
  reductions: { before: FourReductions; after: FourReductions }
  changes: DefinitionDiff
  /** Null where there is no database to look in. */
  pastCases: DryRunTally | null
}

/** What a change comes to, line by line, for whoever has to answer for it. */
export function printDiff(diff: VersionDiff): string[] {
  const { service, versions } = diff
  return [`${service}: version ${versions.before} → ${versions.after}`, '', ...reductionLines(diff.reductions), ...changeLines(diff.changes), '', ...caseLines(diff)]
}

const rows: readonly [string, (figures: FourReductions) => string][] = [
  ['time', ({ promisedDays, worstDays }) => `promised ${promisedDays} wd, at worst ${worstDays} wd`],
  ['materials', ({ files, questions }) => `${files} files and ${questions} questions asked`],
  ['steps', ({ longestWay, tasks }) => `${longestWay} tasks on the longest way, ${tasks} in all`],
  ['trips', ({ trips }) => `${trips} at worst`],
]

const reductionLines = ({ before, after }: VersionDiff['reductions']): string[] =>
  rows.map(([name, say]) => `${name.padEnd(10)} ${say(before) === say(after) ? `${say(after)} (as before)` : `${say(before)}  →  ${say(after)}`}`)

function changeLines(changes: DefinitionDiff): string[] {
  const lines = diffParts.flatMap((part) => {
    const { added, removed, changed } = changes[part]
    const told = [...added.map((name) => `  + ${name}`), ...removed.map((name) => `  - ${name}`), ...changed.flatMap(({ name, before, after }) => [`  ~ ${name}`, `      was ${before}`, `      is  ${after}`])]
    return told.length === 0 ? [] : ['', `${part}:`, ...told]
  })
  return lines.length === 0 ? ['', 'Nothing else differs.'] : lines
}

const words: Record<Finding, string> = {
  same: 'would have gone the same way',
  otherwise: 'would have gone otherwise, to an end that is known',
  unknown: 'would have met a new step: nobody knows how that would have come out',
  refused: 'would have been refused at the application',
  skipped: 'would have been spared a step',
  met: 'would have come to a step they never did',
  asked: 'would have been asked for more',
}

function caseLines({ pastCases, versions }: VersionDiff): string[] {
  if (pastCases === null) return ['No database was found (DATA_DIR, DATABASE_URL), so no past cases were tried.']
  if (pastCases.cases === 0) return [`No case has ended by version ${versions.before} yet, so there is nothing to try.`]
  const told = findings.flatMap((finding) => {
    const { cases, refs } = pastCases.found[finding]
    // Those of whom nothing else is known are the ones just named.
    const isSaid = finding === 'met' && cases === pastCases.found.unknown.cases
    return cases === 0 || isSaid ? [] : [`  ${String(cases).padStart(6)} ${words[finding]}${finding === 'same' ? '' : `: ${refs.join(', ')}${refs.length < cases ? ' …' : ''}`}`]
  })
  const steps = Object.entries(pastCases.steps).map(([step, cases]) => `         ${step}: ${cases}`)
  return [`${pastCases.cases} cases have ended by version ${versions.before}. By version ${versions.after}, with their own answers and outcomes,`, ...told, ...steps]
}
