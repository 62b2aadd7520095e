import { describe, expect, test } from 'vitest'

import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import { checkExamples } from '#app/examples/check-examples.ts'
import { readExamples } from '#app/examples/read-examples.ts'
import { runExample } from '#app/examples/run-example.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { CaseEnd, Definition } from '#app/kernel/definition/definition.ts'
import { baseName } from '#app/kernel/definition/item-name.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'

const { catalogue, services } = readCatalogue('workflows')
if (!catalogue) throw new Error(`workflows/ is not sound: ${JSON.stringify(services.flatMap((service) => service.problems).slice(0, 5))}`)

const played = Object.values(catalogue.services).map((definition) => {
  const { examples, problems } = readExamples(`workflows/services/${definition.service}/examples.yaml`, `${definition.service}/examples.yaml`)
  const setting = { definition, services: catalogue.versions, calendar: catalogue.calendar, registers: catalogue.registers }
  const runs = examples.map(({ example }) => ({ title: example.title, expected: example.expected, run: runExample(setting, example) }))
  return { definition, problems, runs, worst: catalogue.proofs[definition.hash]?.worst }
})

describe.each(played)('$definition.service', ({ definition, problems, runs, worst }) => {
  test('its examples are written soundly', () => expect(problems).toEqual([]))

  test.each(runs)('$title', ({ run }) => {
    expect(run.problems).toEqual([])
    if (!run.played) return
    const { figures } = run.played
    for (const figure of ['trips', 'siteVisits', 'returns', 'workingDays'] as const) expect(figures[figure], figure).toBeLessThanOrEqual(worst?.[figure] ?? -1)
  })

  test('every end, branch, outcome and requirement has an example', () => {
    const states = runs.flatMap(({ run }) => run.played?.state ?? [])
    const reasons = runs.map(({ expected }) => expected.refusedAtOnce)
    const required = definition.requires.map(({ reason }) => reason)
    const unshown = [...endsOf(definition).filter((end) => !states.some((state) => state.end === end)), ...branchesOutside(definition, states), ...outcomesOutside(definition, states), ...required.filter((reason) => !reasons.includes(reason))]
    expect(unshown).toEqual([])
  })
})

test('the check plays the same examples', () => {
  const report = readCatalogue('workflows')
  const checked = checkExamples(report, 'workflows')
  expect(checked.services.flatMap((service) => service.problems)).toEqual([])
  expect(checked.catalogue).toBe(report.catalogue)
})

function endsOf(definition: Definition): CaseEnd[] {
  const { withdraw, revocation } = definition
  const ends = nodesOf(definition).flatMap((node): CaseEnd[] => {
    if (node.node === 'end') return [node.end]
    if (node.node === 'stage') return node.returns ? [node.returns.else] : []
    return node.node === 'wait' && node.awaits.what !== 'notice' ? [node.else] : []
  })
  return [...ends, ...(withdraw ? (['withdrawn'] as const) : []), ...(revocation ? (['revoked'] as const) : [])]
}

/** Branches that no case went through. */
function branchesOutside(definition: Definition, states: readonly CaseState[]): string[] {
  const taken = new Set(states.flatMap((state) => Object.entries(state.choices).map(([choose, branch]) => `${choose} ${branch}`)))
  const branches = nodesOf(definition).flatMap((node) => (node.node === 'choose' ? node.branches.map((branch, i) => ({ key: `${node.id} ${i}`, when: branch.when ?? 'else' })) : []))
  return branches.filter(({ key }) => !taken.has(key)).map(({ key, when }) => `${key}: ${when}`)
}

/** Outcomes of tasks, and silences, that no case had. */
function outcomesOutside(definition: Definition, states: readonly CaseState[]): string[] {
  const had = new Set(states.flatMap((state) => Object.values(state.tasks).map((task) => `${baseName(task.name)}: ${task.silent ? 'silent' : task.outcome}`)))
  const possible = nodesOf(definition).flatMap((node) => (node.node === 'task' ? [...node.outcomes, ...(node.silence ? ['silent'] : [])].map((outcome) => `${node.name}: ${outcome}`) : []))
  return possible.filter((one) => !had.has(one))
}
