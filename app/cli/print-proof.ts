import type { Definition } from '#app/kernel/definition/definition.ts'
import { describePath } from '#app/kernel/proof/check-guarantee.ts'
import type { Proof } from '#app/kernel/proof/prove.ts'
import type { Figure } from '#app/kernel/proof/worst-case.ts'

const figures: readonly [Figure, string][] = [
  ['trips', 'trips of the applicant'],
  ['siteVisits', 'site visits'],
  ['returns', 'returns for correction'],
  ['workingDays', 'working days of the offices'],
]

/** The certificate of proof of a sound definition, line by line: what is proved, by which way, and of what model. */
export function printProof(definition: Definition, { worst, paths, dates }: Proof): string[] {
  const { guarantee, limit } = definition
  const promised: Record<Figure, number> = { ...guarantee, workingDays: limit.amount }
  return [
    `${definition.service}, version ${definition.version} (${definition.hash})`,
    '',
    'Over all ways that a case can go, at worst:',
    ...figures.flatMap(([figure, words]) => [`  ${worst[figure]} ${words}, of ${promised[figure]} allowed`, ...(paths[figure].length > 0 ? [`    by ${describePath(paths[figure])}`] : [])]),
    ...(dates ? [`Deadlines are covered for applications from ${dates.first} to ${dates.last} (${dates.count} days).`] : []),
    'Every case finds its way to an end; no step is dead; no choice and no table leaves a value out or takes one twice.',
    'Nothing is asked that a register holds; every desk that is asked is staffed, and four eyes can always be had.',
    '',
    'This holds for the bounded model: conditions by the constants they name, the offices within their own times, the posts of',
    'departments.yaml, the days that the calendar covers. It says nothing of an office that is late.',
  ]
}
