import { hint } from '#app/kernel/definition/definition-problem.ts'
import { keptForEver, type RetentionRule, type RetentionSchedule } from '#app/kernel/records/retention.ts'

import { inFile } from './file-problem.ts'
import type { FolderReader } from './read-surroundings.ts'
import { retentionSchema } from './surroundings-schemas.ts'

const FILE = 'retention.yaml'

/** `retention.yaml`, if there is one: each service must exist, and has one rule. Without it nothing is ever destroyed. */
export function readRetention(folder: FolderReader, services: readonly string[]): RetentionSchedule {
  if (!folder.list('.').includes(FILE)) return keptForEver
  const read = folder.read(FILE, retentionSchema)
  if (!read) return keptForEver
  const { drafts, services: rules, default: usual } = read.value
  rules.forEach(({ service }, i) => {
    const say = (code: 'unknown_service' | 'duplicate_name', message: string) => folder.problems.push(inFile(read.file, { code, path: ['services', i, 'service'], message }))
    if (!services.includes(service)) say('unknown_service', `there is no service "${service}"${hint(service, services)}`)
    if (rules.findIndex((one) => one.service === service) < i) say('duplicate_name', `"${service}" has a rule already`)
  })
  return {
    drafts: { untouchedDays: drafts.untouched_days, warnedDays: drafts.warned_days },
    default: ruleOf(usual),
    services: Object.fromEntries(rules.map((one) => [one.service, ruleOf(one)])),
  }
}

const ruleOf = ({ years, basis }: { years: number | 'forever'; basis: string }): RetentionRule => ({ years: years === 'forever' ? null : years, basis })
