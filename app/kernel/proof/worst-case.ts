import { isOwedByApplicant } from '#app/kernel/case/awaited-by.ts'
import type { Calendar } from '#app/kernel/clock/calendar.ts'
import type { Span } from '#app/kernel/clock/span.ts'
import type { Unhashed } from '#app/kernel/definition/check-definition.ts'
import type { EachNode, FlowNode, SubNode, TaskNode } from '#app/kernel/definition/definition.ts'
import { allNodes, nodesOf } from '#app/kernel/definition/nodes.ts'
import { type ProvedService, serviceKey } from '#app/kernel/definition/surroundings.ts'

import { BREAK, type Load, loadOf, longest, NO_LOAD, type PathStep, pathOf, sum, totalOf } from './load.ts'
import { typesOf } from './domain.ts'
import { changingNames, nameDomains } from './name-domains.ts'
import { type Site, sitesOf } from './sites.ts'
import { mostWorkingDays } from './span-days.ts'
import type { Way } from './way.ts'
import { type Meter, type Truth, type Walk, waysOf } from './ways-of.ts'
import { truthsOf, worldsOf } from './worlds.ts'

/** The most a case of a service can take, over all ways; working days (wd) are the offices' own, as the clock counts them. */
export type Worst = { trips: number; siteVisits: number; returns: number; workingDays: number }
export type Figure = keyof Worst

/** The worst figures, the way that leads to each, and how a service that begins this one must count its time. */
export type WorstCase = { worst: Worst; paths: Readonly<Record<Figure, readonly PathStep[]>>; office: Load; reached: ReadonlySet<FlowNode>; branches: ReadonlyMap<FlowNode, ReadonlySet<number>> }

/**
 * The worst case of a checked definition, if every desk uses its whole time and every return is used. Conditions that
 * exclude each other are taken into account where the values they read can't change between them (`worldsOf`).
 * @param calendar for the most working days that calendar days can hold
 */
export function worstCase(definition: Unhashed, services: Readonly<Record<string, ProvedService>>, calendar: Calendar): WorstCase {
  const reader = new Reader(definition)
  const results = figures.map((figure) => [figure, reader.worst(meters[figure](definition, services, calendar))] as const)
  const loads = Object.fromEntries(results) as Record<Figure, Load>
  const worst = Object.fromEntries(results.map(([figure, load]) => [figure, totalOf(load)])) as Worst
  const paths = Object.fromEntries(results.map(([figure, load]) => [figure, pathOf(load)])) as WorstCase['paths']
  return { worst, paths, office: loads.workingDays, reached: reader.reached, branches: reader.branches }
}

const figures = ['trips', 'siteVisits', 'returns', 'workingDays'] as const

/** Goes through one definition in each of its worlds. */
class Reader {
  readonly reached = new Set<FlowNode>()
  readonly branches = new Map<FlowNode, Set<number>>()
  private readonly definition: Unhashed
  private readonly worlds: readonly TruthMap[]
  private readonly meant: ReadonlySet<string>

  constructor(definition: Unhashed) {
    this.definition = definition
    const sites = sitesOf(definition.flow)
    const domains = nameDomains(definition)
    const changing = changingNames(definition)
    const worlds = worldsOf(definition, sites, domains)
    const types = typesOf(domains)
    const columns = sites.map((site) => truthsOf(site, worlds, changing, types))
    // Worlds in which every condition comes out alike are one.
    const rows = new Map(worlds.map((_, i) => [columns.map((column) => column[i]).join(), i]))
    this.worlds = [...rows.values()].map((row) => truthMap(sites, columns.map((column) => column[row] ?? null)))
    this.meant = new Set(Object.values(definition.data).flatMap((field) => (field.kind === 'question' || field.kind === 'record' ? (field.seenBy ?? []) : [])))
  }

  worst(meter: Meter): Load {
    const loads = this.worlds.flatMap((world) => waysOf(this.definition.flow, this.walk(meter, world)).map((way: Way) => way.rounds[0] ?? NO_LOAD))
    return loads.reduce((one, other) => (totalOf(other) > totalOf(one) ? other : one), NO_LOAD)
  }

  private walk(meter: Meter, world: TruthMap): Walk {
    return {
      meter,
      truth: (when, node) => (when === null ? true : (world.get(node)?.get(when) ?? null)),
      most: (each) => mostItems(this.definition, each),
      meant: (task) => task.desks.some((desk) => this.meant.has(desk.split('.')[0] ?? '')),
      visit: (node, branch) => {
        this.reached.add(node)
        if (branch !== undefined) this.branches.set(node, (this.branches.get(node) ?? new Set()).add(branch))
      },
    }
  }

}

/** An each counts by a whole number, which says how large it can be. */
function mostItems(definition: Unhashed, each: EachNode): number {
  const type = definition.data[each.of]?.type
  return type?.type === 'integer' ? Math.max(0, type.max) : 0
}

/** Whether each condition holds, by its node and its text. */
type TruthMap = ReadonlyMap<FlowNode, ReadonlyMap<string, Truth>>

function truthMap(sites: readonly Site[], truths: readonly Truth[]): TruthMap {
  const map = new Map<FlowNode, Map<string, Truth>>()
  sites.forEach(({ node, when }, i) => map.set(node, (map.get(node) ?? new Map<string, Truth>()).set(when, truths[i] ?? null)))
  return map
}

type MakeMeter = (definition: Unhashed, services: Readonly<Record<string, ProvedService>>, calendar: Calendar) => Meter

const subOf = (node: SubNode, services: Readonly<Record<string, ProvedService>>): ProvedService | undefined => services[serviceKey(node.service, node.version)]

/** What is counted adds up, wherever it happens. */
const counted = (figure: Figure, ofTask: (node: TaskNode) => number, ofReturn: number): MakeMeter => (_, services) => ({
  task: (node) => loadOf(node.name, ofTask(node)),
  wait: () => NO_LOAD,
  sub: (node) => loadOf(node.name, subOf(node, services)?.worst[figure] ?? 0),
  sentBack: (node) => loadOf(node.name, ofReturn),
  beside: sum,
})

/** The office's own time: a clock stopped for others breaks it, one stopped for the applicant stands still for all. */
const workingDays: MakeMeter = (definition, services, calendar) => {
  const broken = mayStopBeside(definition)
  const days = (span: Span): number => mostWorkingDays(span, calendar, broken)
  return {
    task: (node) => (node.clock === 'stopped' ? BREAK : loadOf(node.name, days(node.within))),
    wait: (node) => (node.clock === 'running' ? loadOf(node.name, days(node.within)) : isOwedByApplicant(node) ? NO_LOAD : BREAK),
    sub: (node) => renamed(subOf(node, services)?.office ?? NO_LOAD, node.name),
    sentBack: (node) => (node.returns?.clock === 'running' ? loadOf(node.name, days(node.returns.within)) : NO_LOAD),
    beside: longest,
  }
}

/** May one branch of a parallel wait for the applicant while desks work in another? */
const mayStopBeside = (definition: Unhashed): boolean =>
  nodesOf(definition).some((node) => (node.node === 'parallel' || node.node === 'each') && allNodes([node]).some((inner) => inner.node === 'sub' || (inner.node === 'wait' && isOwedByApplicant(inner))))

/** A part's steps are told under its own name. */
const renamed = (load: Load, name: string): Load => ({
  ...load,
  headPath: load.headPath.map((step) => ({ ...step, name: `${name}.${step.name}` })),
  tailPath: load.tailPath.map((step) => ({ ...step, name: `${name}.${step.name}` })),
})

const meters: Record<Figure, MakeMeter> = {
  trips: counted('trips', (node) => node.trips, 0),
  siteVisits: counted('siteVisits', (node) => node.siteVisits, 0),
  returns: counted('returns', () => 0, 1),
  workingDays,
}

