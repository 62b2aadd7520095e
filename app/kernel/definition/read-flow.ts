import { parseSpan, type Span } from '#app/kernel/clock/span.ts'
import { nearestName } from '#app/kernel/condition/nearest-name.ts'

import { awaitedOf } from './awaited-of.ts'
import type { AutoNode, Branch, FlowNode, SubNode, TaskNode, WaitNode } from './definition.ts'
import type { DefinitionProblem, Path } from './definition-problem.ts'
import { madeOf } from './made-of.ts'
import { branchSchema, type NodeWord, nodeSchemas, nodeWords } from './service-schema.ts'
import { shape } from './shape.ts'
import { type ProvedService, serviceKey } from './surroundings.ts'

/** Where each named or numbered node stands in the file. */
export type Places = Map<FlowNode, Path>

/** The longest of ours has thirty; the proof of a much longer one could keep everybody waiting. */
const MOST_STEPS = 200

/** Reads a flow node by node, so that each mistake is told by the word it was made in. */
export class FlowReader {
  readonly problems: DefinitionProblem[] = []
  readonly places: Places = new Map()
  private readonly services: Readonly<Record<string, ProvedService>>
  private readonly optionsOf: (name: string) => readonly string[]
  private count = 0

  /** @param optionsOf what a value that names a department can be; none for another kind of value */
  constructor(services: Readonly<Record<string, ProvedService>>, optionsOf: (name: string) => readonly string[]) {
    this.services = services
    this.optionsOf = optionsOf
  }

  steps(raw: readonly unknown[], path: Path): FlowNode[] {
    return raw.flatMap((step, i) => this.step(step, [...path, i]) ?? [])
  }

  private step(raw: unknown, path: Path): FlowNode | null {
    this.count += 1
    if (this.count > MOST_STEPS) {
      if (this.count === MOST_STEPS + 1) this.problems.push({ code: 'too_complex', path, message: `a service has at most ${MOST_STEPS} steps, and this is one more: make parts of it services of their own` })
      return null
    }
    const word = wordOf(raw)
    if (!word) {
      const keys = raw !== null && typeof raw === 'object' ? Object.keys(raw) : []
      const found = keys[0] ?? String(raw)
      const near = nearestName(found, nodeWords)
      const message = `a step begins with ${nodeWords.join(', ')}; this one has "${found}"${near ? `; did you mean "${near}"?` : ''}`
      this.problems.push({ code: 'unknown_word', path, message })
      return null
    }
    const node = this.read(word, raw, path)
    if (node) this.places.set(node, path)
    return node
  }

  private read(word: NodeWord, raw: unknown, path: Path): FlowNode | null {
    switch (word) {
      case 'stage': {
        const read = this.shaped(nodeSchemas.stage, raw, path)
        if (!read) return null
        const { max, within, clock, else: end } = read.returns ?? {}
        const returns = max && within && clock && end ? { max, within: spanOf(within), clock, else: end } : null
        return { node: 'stage', name: read.stage, returns, do: this.steps(read.do, [...path, 'do']) }
      }
      case 'task': {
        const read = this.shaped(nodeSchemas.task, raw, path)
        return read && taskOf(read, this.optionsOf)
      }
      case 'parallel': {
        const read = this.shaped(nodeSchemas.parallel, raw, path)
        return read && { node: 'parallel', id: path.join('.'), branches: read.parallel.map((one, i) => this.branch(one, [...path, 'parallel', i])) }
      }
      case 'choose': {
        const read = this.shaped(nodeSchemas.choose, raw, path)
        return read && { node: 'choose', id: path.join('.'), branches: this.choices(read.choose, [...path, 'choose']) }
      }
      case 'each': {
        const read = this.shaped(nodeSchemas.each, raw, path)
        return read && { node: 'each', name: read.each, of: read.of, do: this.steps(read.do, [...path, 'do']) }
      }
      case 'wait': {
        const read = this.shaped(nodeSchemas.wait, raw, path)
        return read && this.wait(read, path)
      }
      case 'sub': {
        const read = this.shaped(nodeSchemas.sub, raw, path)
        return read && this.sub(read, path)
      }
      case 'auto': {
        const read = this.shaped(nodeSchemas.auto, raw, path)
        return read && this.auto(read, path)
      }
      case 'end': {
        const read = this.shaped(nodeSchemas.end, raw, path)
        return read && { node: 'end', end: read.end }
      }
      default:
        return word satisfies never
    }
  }

  /** A branch of `parallel` is one step, or a list of steps done one after the other. */
  private branch(raw: unknown, path: Path): FlowNode[] {
    return Array.isArray(raw) ? this.steps(raw, path) : [this.step(raw, path)].filter((node) => node !== null)
  }

  private choices(raw: readonly unknown[], path: Path): Branch[] {
    return raw.flatMap((one, i): Branch[] => {
      const read = this.shaped(branchSchema, one, [...path, i])
      if (!read) return []
      const last = i === raw.length - 1
      if ('else' in read && !last) this.problems.push({ code: 'else_not_last', path: [...path, i], message: '"else" can only be the last branch' })
      return [{ when: 'when' in read ? read.when : null, do: this.steps(read.do, [...path, i, 'do']) }]
    })
  }

  private wait(read: Shape<'wait'>, path: Path): WaitNode | null {
    const awaits = awaitedOf(read)
    if (typeof awaits === 'string') {
      this.problems.push({ code: 'shape', path, message: awaits })
      return null
    }
    const end = awaits.what === 'notice' ? 'granted' : read.else
    if (!end) {
      this.problems.push({ code: 'no_way_out', path, message: 'what if it never comes? say how the case ends then, such as else: lapsed' })
      return null
    }
    return { node: 'wait', name: read.wait, when: read.when ?? null, after: read.after ?? [], awaits, within: spanOf(read.within), clock: read.clock ?? 'stopped', else: end }
  }

  private sub(read: Shape<'sub'>, path: Path): SubNode | null {
    const known = this.services[serviceKey(read.service, read.version)]
    if (!known) {
      const message = `there is no sound version ${read.version} of "${read.service}": check its name and version, and whether something is wrong in its own file`
      this.problems.push({ code: 'unknown_service', path: [...path, 'service'], message })
      return null
    }
    const { sub: name, service, version, when, after, takes, company } = read
    return { node: 'sub', name, when: when ?? null, after: after ?? [], service, version, hash: known.definition.hash, takes: takes ?? [], company: company ?? null }
  }

  private auto(read: Shape<'auto'>, path: Path): AutoNode | null {
    const makes = madeOf(read)
    if (makes) return { node: 'auto', name: read.auto, makes }
    this.problems.push({ code: 'shape', path: [...path, 'makes'], message: 'say one of certificate:, letter:, revokes: (with letter:) and amendment: (with letter:) here' })
    return null
  }

  private shaped<T extends Parameters<typeof shape>[0]>(schema: T, raw: unknown, path: Path) {
    const read = shape(schema, raw, path)
    this.problems.push(...read.problems)
    return read.value
  }
}

export type Shape<W extends NodeWord> = NonNullable<ReturnType<(typeof nodeSchemas)[W]['parse']>>

function wordOf(raw: unknown): NodeWord | null {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) return null
  return nodeWords.find((word) => Object.hasOwn(raw, word)) ?? null
}

/** The schema has checked the form already. */
export function spanOf(text: string): Span {
  const parsed = parseSpan(text)
  if (!parsed.ok) throw new Error(`unchecked span ${text}`)
  return parsed.span
}

function taskOf(read: Shape<'task'>, optionsOf: (name: string) => readonly string[]): TaskNode {
  return {
    node: 'task',
    name: read.task,
    when: read.when ?? null,
    after: read.after ?? [],
    region: read.region ?? null,
    ...whoDoes(read.by, optionsOf),
    notBy: read.not_by ?? [],
    within: spanOf(read.within),
    clock: read.clock ?? 'running',
    outcomes: read.outcomes,
    silence: read.silence ?? null,
    sets: read.sets ?? [],
    reasons: read.reasons ?? {},
    trips: read.counts?.trips ?? 0,
    siteVisits: read.counts?.site_visits ?? 0,
  }
}

/** Where a value names the department, the task may come to the desk of each that it can be. */
function whoDoes(by: Shape<'task'>['by'], optionsOf: (name: string) => readonly string[]): Pick<TaskNode, 'department' | 'desks'> {
  if (typeof by === 'string') return { department: null, desks: [by] }
  if ('all' in by) return { department: null, desks: by.all }
  return { department: by.department, desks: optionsOf(by.department).map((department) => `${department}.${by.role}`) }
}
