import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { keptForEver } from '#app/kernel/records/retention.ts'

import { printProblem } from './file-problem.ts'
import { readRetention } from './read-retention.ts'
import { FolderReader } from './read-surroundings.ts'

const folder = mkdtempSync(join(tmpdir(), 'onetrip-retention-'))
afterAll(() => rmSync(folder, { recursive: true }))

const HEAD = 'drafts: { untouched_days: 180, warned_days: 14 }\ndefault: { years: 10, basis: A rule }\nservices:\n'

function read(text: string) {
  writeFileSync(join(folder, 'retention.yaml'), text)
  const reader = new FolderReader(folder, 'workflows')
  const schedule = readRetention(reader, ['badge', 'birth'])
  return { schedule, problems: reader.problems.map(printProblem) }
}

describe('the retention schedule', () => {
  it('says the years of each service, or that it is kept for ever', () => {
    const { schedule, problems } = read(`${HEAD}- { service: badge, years: 3, basis: B }\n- { service: birth, years: forever, basis: C }\n`)
    expect(problems).toEqual([])
    expect(schedule).toEqual({ drafts: { untouchedDays: 180, warnedDays: 14 }, default: { years: 10, basis: 'A rule' }, services: { badge: { years: 3, basis: 'B' }, birth: { years: null, basis: 'C' } } })
  })

  it.each([
    ['a service that there is not', '- { service: badges, years: 3, basis: B }', /retention\.yaml:4:14.*no service "badges".*badge/s],
    ['two rules for one', '- { service: badge, years: 3, basis: B }\n- { service: badge, years: 5, basis: B }', /retention\.yaml:5:14.*rule already/s],
    ['years that are none', '- { service: badge, years: 0, basis: B }', /retention\.yaml:4/],
    ['no basis', '- { service: badge, years: 3 }', /retention\.yaml:4/],
  ])('shows %s, and where', (_, rule, expected) => expect(read(`${HEAD}${rule}\n`).problems.join('\n')).toMatch(expected))

  it('destroys nothing where there is none', () => {
    rmSync(join(folder, 'retention.yaml'))
    expect(readRetention(new FolderReader(folder, 'workflows'), [])).toEqual(keptForEver)
  })
})
