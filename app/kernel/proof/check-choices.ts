import { namesIn } from '#app/kernel/condition/names.ts'
import type { Unhashed } from '#app/kernel/definition/check-definition.ts'
import type { ChooseNode } from '#app/kernel/definition/definition.ts'
import type { DefinitionProblem, Path } from '#app/kernel/definition/definition-problem.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'
import type { Places } from '#app/kernel/definition/read-flow.ts'

import { describeWitness } from './describe-witness.ts'
import { type Domains, typesOf } from './domain.ts'
import type { Goal } from './leaves.ts'
import { changingNames, nameDomains } from './name-domains.ts'
import { proveBranches } from './prove-branches.ts'
import { proveTable } from './prove-table.ts'
import { satisfiable } from './satisfiable.ts'
import { type Site, sitesOf } from './sites.ts'
import { isSteady } from './worlds.ts'

/**
 * Every choice leaves no case without a way and none with two, every table gives one value, and no condition of a step
 * can never hold. Proved over all values that the names can have, by the regions that the conditions tell apart.
 */
export function checkChoices(definition: Unhashed, places: Places): DefinitionProblem[] {
  const domains = nameDomains(definition)
  const sites = [...sitesOf(definition.flow), ...sitesOf(definition.appeal?.flow ?? [])]
  const given = givenAt(definition)
  const chooses = nodesOf(definition).flatMap((node) => (node.node === 'choose' ? checkChoose(node, sites, domains, given, places.get(node) ?? []) : []))
  return [...chooses, ...whens(sites, domains, given, places), ...fieldWhens(definition, domains), ...tables(definition, domains)]
}

type Given = (site: Site) => Goal[]

/** What is known to hold where a condition is asked: the ways taken to get there, unless the values may have changed since. */
function givenAt(definition: Unhashed): Given {
  const changing = changingNames(definition)
  return (site) => site.within.filter((goal) => namesIn(goal.expression).every((name) => isSteady(name, { ...site, settled: site.settled || site.stage === null }, changing)))
}

function checkChoose(node: ChooseNode, sites: readonly Site[], domains: Domains, given: Given, path: Path): DefinitionProblem[] {
  const own = sites.filter((site) => site.node === node)
  const [first] = own
  if (!first) return []
  const { gap, overlaps, dead, exact } = proveBranches(own.map((site) => site.expression), domains, given(first))
  const hasElse = node.branches.some((branch) => branch.when === null)
  const words = (witness: Parameters<typeof describeWitness>[0]): string => describeWitness(witness, typesOf(domains))
  const at = (branch: number): Path => [...path, 'choose', branch, 'when']
  const problems: DefinitionProblem[] = [
    ...overlaps.map(({ first: one, second, witness }): DefinitionProblem => ({ code: 'overlap', path: at(second), message: `branches ${one + 1} and ${second + 1} both hold for ${words(witness)}: change one of them, so that only one way is open` })),
    ...dead.map((branch): DefinitionProblem => ({ code: 'dead_step', path: at(branch), message: 'this branch can never be chosen: no values make its condition hold here' })),
  ]
  if (hasElse) return gap === null && exact ? [...problems, { code: 'dead_step', path: [...path, 'choose', node.branches.length - 1], message: 'else is never reached: the branches before it cover every case' }] : problems
  if (gap) return [...problems, { code: 'gap', path, message: `no branch holds for ${words(gap)}: add a branch for it, or end with else:` }]
  return exact ? problems : [...problems, { code: 'too_complex', path, message: 'that every case finds a way can not be proved for these conditions: end with else:' }]
}

/** A step whose condition can never hold. */
function whens(sites: readonly Site[], domains: Domains, given: Given, places: Places): DefinitionProblem[] {
  return sites.flatMap((site): DefinitionProblem[] => {
    if (site.branch !== null) return []
    const { witness, exact } = satisfiable(site.expression, domains, given(site))
    return witness === null && exact ? [{ code: 'dead_step', path: [...(places.get(site.node) ?? []), 'when'], message: 'this step is never done: no values make its condition hold here' }] : []
  })
}

function fieldWhens(definition: Unhashed, domains: Domains): DefinitionProblem[] {
  return Object.values(definition.data).flatMap((field): DefinitionProblem[] => {
    const absent = domains[field.name]?.absent
    if (field.when === null || typeof absent !== 'object') return []
    const { witness, exact } = satisfiable(absent.unless, domains)
    return witness === null && exact ? [{ code: 'dead_step', path: ['data', field.name, 'when'], message: `"${field.name}" is never asked: no values make its condition hold` }] : []
  })
}

function tables(definition: Unhashed, domains: Domains): DefinitionProblem[] {
  return Object.values(definition.data).flatMap((field): DefinitionProblem[] => {
    if (field.kind !== 'table') return []
    const { problems, exact } = proveTable(field.rows, ['tables', field.table], domains)
    const all = exact ? problems : [...problems, { code: 'too_complex' as const, path: ['tables', field.table], message: 'that exactly one row holds can not be proved: compare with constants only' }]
    return all.map((problem) => ({ ...problem, file: 'tables' }))
  })
}

