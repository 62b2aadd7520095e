import { isOwedByApplicant } from '#app/kernel/case/awaited-by.ts'
import type { EachNode, FlowNode, StageNode, SubNode, TaskNode, WaitNode } from '#app/kernel/definition/definition.ts'
import { allNodes } from '#app/kernel/definition/nodes.ts'

import { type Load, NO_LOAD, followedBy } from './load.ts'
import { type Beside, idle, parallel, prune, sequence, type Way } from './way.ts'

/** Whether a condition holds in the world looked at; null: it may or may not. */
export type Truth = boolean | null

/** How one figure is counted. */
export type Meter = {
  task(node: TaskNode): Load
  wait(node: WaitNode): Load
  sub(node: SubNode): Load
  /** What each return of a stage adds by itself. */
  sentBack(node: StageNode): Load
  beside: Beside
}

export type Walk = {
  meter: Meter
  truth(when: string | null, node: FlowNode): Truth
  /** Most items of an `each`. */
  most(each: EachNode): number
  /** Is something an applicant may change on a return meant for this task? */
  meant(task: TaskNode): boolean
  visit(node: FlowNode, branch?: number): void
}

/** What is around a node: how many rounds its stage may have (1: no returns), and that stage. */
type Around = { rounds: number; stage: StageNode | null }

/** The worst ways through a flow, each with one round: the loads of all rounds of its stages one after the other. */
export const waysOf = (flow: readonly FlowNode[], walk: Walk): Way[] => listOf(flow, { rounds: 1, stage: null }, walk)

function listOf(flow: readonly FlowNode[], around: Around, walk: Walk): Way[] {
  let ways: Way[] = [idle(around.rounds)]
  for (const node of flow) {
    if (ways.every((way) => way.ended)) break
    ways = sequence(ways, nodeWays(node, around, walk))
  }
  return ways
}

function nodeWays(node: FlowNode, around: Around, walk: Walk): Way[] {
  switch (node.node) {
    case 'task':
      return begun(walk.truth(node.when, node), around, () => taskWays(node, around, walk), () => walk.visit(node))
    case 'wait':
      return begun(walk.truth(node.when, node), around, () => waitWays(node, around, walk), () => walk.visit(node))
    case 'sub':
      return begun(walk.truth(node.when, node), around, () => [{ ...idle(around.rounds), rounds: once(walk.meter.sub(node), around.rounds) }], () => walk.visit(node))
    case 'stage':
      walk.visit(node)
      return node.returns ? collapsed(node, listOf(node.do, { rounds: node.returns.max + 1, stage: node }, walk), walk) : listOf(node.do, around, walk)
    case 'parallel':
      walk.visit(node)
      return linked(node.branches).map((branches) => sideways(branches, around, walk)).reduce((ones, others) => parallel(ones, others, walk.meter.beside))
    case 'choose':
      walk.visit(node)
      return prune(feasible(node.branches.map((branch) => branch.when), node, walk).flatMap((i) => {
        walk.visit(node, i)
        return listOf(node.branches[i]?.do ?? [], around, walk)
      }))
    case 'each':
      walk.visit(node)
      return eachWays(node, around, walk)
    case 'auto':
      walk.visit(node)
      return [idle(around.rounds)]
    case 'end':
      walk.visit(node)
      return [{ ...idle(around.rounds), ended: true }]
    default:
      return node satisfies never
  }
}

/** A step with a condition: now, in a later round (a correction may make the condition hold), or never. */
function begun(truth: Truth, { rounds }: Around, ways: () => Way[], visit: () => void): Way[] {
  if (truth === false) return [idle(rounds)]
  visit()
  const now = ways()
  if (truth === true) return now
  const later = Array.from({ length: rounds - 1 }, (_, i) => now.map((way) => delayed(way, i + 1))).flat()
  return prune([...now, ...later, idle(rounds)])
}

/** Skipped first, so that what follows has begun already. */
const delayed = (way: Way, by: number): Way => ({
  ...way,
  rounds: way.rounds.map((_, i) => (i < by ? NO_LOAD : (way.rounds[i - by] ?? NO_LOAD))),
  doneAt: 1,
  asksUntil: way.asksUntil === 1 ? 1 : Math.min(way.rounds.length, way.asksUntil + by),
})

const once = (load: Load, rounds: number): Load[] => Array.from({ length: rounds }, (_, i) => (i === 0 ? load : NO_LOAD))

/** What the applicant owes holds back no letter: so it may be there only in a later round, and what follows it too. */
function waitWays(node: WaitNode, { rounds }: Around, walk: Walk): Way[] {
  const way = { ...idle(rounds), rounds: once(walk.meter.wait(node), rounds) }
  if (!isOwedByApplicant(node)) return [way]
  return Array.from({ length: rounds }, (_, i) => ({ ...way, doneAt: i + 1 }))
}

/** A task that may send the case back does so in any number of rounds; one that new values are meant for looks again in each. */
function taskWays(node: TaskNode, { rounds, stage }: Around, walk: Walk): Way[] {
  const load = walk.meter.task(node)
  const again = stage !== null && walk.meant(node)
  const asks = stage !== null && node.outcomes.includes('return')
  const doneAts = asks ? Array.from({ length: rounds }, (_, i) => i + 1) : [1]
  return doneAts.map((doneAt) => ({
    rounds: Array.from({ length: rounds }, (_, i) => (i < doneAt || again ? load : NO_LOAD)),
    doneAt,
    asksUntil: asks && again ? rounds : doneAt,
    ended: false,
  }))
}

/** All rounds of a stage one after the other, as far as somebody in it asks for them. */
function collapsed(node: StageNode, ways: readonly Way[], walk: Walk): Way[] {
  return prune(
    ways.map((way) => {
      const rounds = way.rounds.slice(0, way.asksUntil)
      const load = rounds.reduce((all, round, i) => followedBy(i === 0 ? all : followedBy(all, walk.meter.sentBack(node)), round), NO_LOAD)
      return { rounds: [load], doneAt: 1, asksUntil: 1, ended: way.ended }
    }),
  )
}

/** The branches that may be the one chosen. */
function feasible(whens: readonly (string | null)[], node: FlowNode, walk: Walk): number[] {
  const found: number[] = []
  for (const [i, when] of whens.entries()) {
    const truth = when === null || walk.truth(when, node)
    if (truth !== false) found.push(i)
    if (truth === true) break
  }
  return found
}

function eachWays(node: FlowNode & { node: 'each' }, around: Around, walk: Walk): Way[] {
  const one = listOf(node.do, around, walk)
  const most = walk.most(node)
  const many = one.map((way) => ({ ...way, rounds: way.rounds.map((load) => sideBySide(load, most, walk.meter.beside)) }))
  return prune([...many, idle(around.rounds)])
}

/** The same load for many items: heads cover each other, everything else adds up. */
const sideBySide = (load: Load, count: number, beside: Beside): Load =>
  beside === undefined || count === 0 ? NO_LOAD : Array.from({ length: count - 1 }).reduce<Load>((all) => beside(all, load), load)

type Branches = readonly (readonly FlowNode[])[]
const linkedOnce = new WeakMap<Branches, Branches[]>()

/** Branches that wait for each other by `after` stand together. Found once for a parallel, asked in every world. */
function linked(branches: Branches): Branches[] {
  const known = linkedOnce.get(branches) ?? findLinked(branches)
  linkedOnce.set(branches, known)
  return known
}

function findLinked(branches: Branches): Branches[] {
  const groups: { names: Set<string>; wanted: Set<string>; branches: (readonly FlowNode[])[] }[] = []
  for (const branch of branches) {
    const nodes = allNodes(branch)
    const names = new Set(nodes.flatMap((node) => ('name' in node ? [node.name] : [])))
    const wanted = new Set(nodes.flatMap((node) => ('after' in node ? node.after : [])))
    const met = groups.filter((group) => [...group.names].some((name) => wanted.has(name)) || [...group.wanted].some((name) => names.has(name)))
    const merged = { names: new Set([names, ...met.map((group) => group.names)].flatMap((set) => [...set])), wanted: new Set([wanted, ...met.map((group) => group.wanted)].flatMap((set) => [...set])), branches: [...met.flatMap((group) => group.branches), branch] }
    groups.splice(0, groups.length, ...groups.filter((group) => !met.includes(group)), merged)
  }
  return groups.map((group) => group.branches)
}

/** Branches that wait for each other are never worse than one behind the other. */
const sideways = (branches: readonly (readonly FlowNode[])[], around: Around, walk: Walk): Way[] => branches.map((branch) => listOf(branch, around, walk)).reduce((ones, others) => sequence(ones, others))

