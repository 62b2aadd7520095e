import { execFileSync } from 'node:child_process'

import { expect, test } from 'vitest'

import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import { parseYaml } from '#app/catalogue/yaml-file.ts'
import { readDefinition } from '#app/kernel/definition/read-definition.ts'
import { prove } from '#app/kernel/proof/prove.ts'

import { serviceWith, times } from './hostile/hostile.ts'

const BRANCHES = 14

/** Fourteen branches side by side, two tasks each, all under conditions, all of which may send the case back. */
function wideService(): string {
  const task = (name: string, when: string): string => `{ task: ${name}, when: '${when}', by: council.clerk, within: 2wd, outcomes: [ok, object, return], reasons: { return: [incomplete] } }`
  const branch = (i: number): string => `[ ${task(`first_${i}`, `b${i} = true`)}, ${task(`second_${i}`, `stall_size > ${i} or first_${i} = "object"`)} ]`
  const stage = `{ stage: examine, returns: { to: applicant, merge: true, max: 3, within: 9wd, clock: stopped, else: lapsed }, do: [ { parallel: [ ${times(BRANCHES, branch).join(', ')} ] } ] }`
  const after = times(BRANCHES, (i) => `{ task: after_${i}, when: 'b${i} = true and second_${i} = "ok"', by: council.head, within: 1wd, outcomes: [done] }`)
  return serviceWith({ data: ['stall_size: { ask: integer, range: [1, 60] }', ...times(BRANCHES, (i) => `b${i}: { ask: yes_no, concept: gas }`)], flow: [stage, ...after] })
}

test('a service of 14 branches with 2 tasks each is proved within 5 s and 1 GB', () => {
  const { catalogue } = readCatalogue('tests/definitions/tree')
  const file = parseYaml(wideService(), 'service.yaml')
  if (!catalogue || !file.ok) throw new Error('the service or what is around it can not be read')
  const surroundings = { ...catalogue, services: {} }
  const read = readDefinition(file.file.value, surroundings)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const begun = performance.now()
  const { problems, worst } = prove(read.definition, read.places, surroundings, catalogue.calendar)
  const seconds = (performance.now() - begun) / 1000
  // KB; of the whole process, this test and all before it.
  const gigabytes = process.resourceUsage().maxRSS / 1_000_000
  console.info(`14 branches with 2 tasks each: proved in ${seconds.toFixed(2)} s, ${gigabytes.toFixed(2)} GB at most`)
  expect(problems).toEqual([])
  // Both tasks of a branch in each of four rounds, the one round's slowest beside the others; the steps behind, the last step.
  expect(worst).toEqual({ trips: 0, siteVisits: 0, returns: 3, workingDays: 4 * (2 + 2) + BRANCHES + 1 })
  expect(seconds).toBeLessThan(5)
  expect(gigabytes).toBeLessThan(1)
})

test('all our own services are checked within 5 s, from a cold start', () => {
  const begun = performance.now()
  execFileSync(process.execPath, ['app/cli/services.ts', 'check', 'workflows'], { stdio: 'ignore' })
  const seconds = (performance.now() - begun) / 1000
  console.info(`npm run services -- check: ${seconds.toFixed(2)} s`)
  expect(seconds).toBeLessThan(5)
})
