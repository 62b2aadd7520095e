import fc from 'fast-check'

import type { Definition } from '#app/kernel/definition/definition.ts'
import { readDefinition } from '#app/kernel/definition/read-definition.ts'
import type { Places } from '#app/kernel/definition/read-flow.ts'
import type { Surroundings } from '#app/kernel/definition/surroundings.ts'

import { trialSurroundings } from './definition.ts'

type Step = Record<string, unknown>
type Shape = { kind: string; pick: number; inner?: Shape[]; branches?: Shape[][] }

/** What may stand where: `free` at the top, `returns` in a stage with returns, `beside` in a parallel, `item` in an each. */
type Place = 'free' | 'returns' | 'beside' | 'item'

const pick = fc.nat({ max: 1000 })

/** A random flow with every word of the vocabulary: sound by construction, named apart, ending on every way. */
const shapes = fc.letrec<{ step: Shape; steps: Shape[] }>((tie) => ({
  step: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.record({ kind: fc.constantFrom('task', 'joint', 'setter', 'silent', 'eyes', 'regional', 'named', 'idle', 'days', 'hours'), pick }),
    fc.record({ kind: fc.constantFrom('payment', 'record', 'notice', 'objections', 'running', 'auto', 'materials'), pick }),
    fc.record({ kind: fc.constantFrom('stage', 'plain_stage'), pick, inner: tie('steps') }),
    fc.record({ kind: fc.constantFrom('parallel', 'linked'), pick, branches: fc.array(tie('steps'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ kind: fc.constantFrom('choose', 'cover'), pick, branches: fc.array(tie('steps'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('each'), pick, inner: tie('steps') }),
  ) as fc.Arbitrary<Shape>,
  steps: fc.array(tie('step'), { minLength: 1, maxLength: 3 }) as fc.Arbitrary<Shape[]>,
}))

/** The trial city, with a value that names a department; what is asked at random is held by no register. */
export const randomSurroundings: Surroundings = {
  ...trialSurroundings,
  concepts: { ...trialSurroundings.concepts, office: { name: 'office', type: { type: 'choice', of: ['food', 'fire'] }, classification: 'internal' } },
  registers: { people: { ...trialSurroundings.registers['people']!, entities: { person: trialSurroundings.registers['people']!.entities['person']! } } },
  posts: ['fire.reviewer', 'fire.inspector', 'food.inspector', 'lead.head', 'towns.surveyor.north', 'towns.surveyor.south'].map((desk) => ({ desks: [desk], people: 60 })),
}

/** The source of a random service, as a service.yaml would hold it. */
export const randomSource: fc.Arbitrary<Step> = shapes.steps.map((steps) => new Builder().build(steps))

export type ReadRandom = { definition: Definition; places: Places }

export function readRandom(source: Step): ReadRandom {
  const read = readDefinition(source, randomSurroundings)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return { definition: { ...read.definition, hash: 'random' }, places: read.places }
}

export const randomDefinition: fc.Arbitrary<Definition> = randomSource.map((source) => readRandom(source).definition)

const whens = ['kind = "large"', 'size > 50', 'not(kind = "small") and size between 10 and 100', 'today > date("2026-06-01")', 'verdict = null', null, null, null]

class Builder {
  private count = 0
  private readonly tasks: string[] = []
  private readonly data: Record<string, unknown> = {
    kind: { ask: 'choice', of: ['small', 'large'] },
    size: { ask: 'integer', range: [1, 500], seen_by: ['fire', 'towns'] },
    area: { ask: 'choice', of: ['north', 'south'], concept: 'district' },
    office: { ask: 'choice', of: ['food', 'fire'] },
    verdict: { from: 'people.person.verdict', optional: true },
    debt: { from: 'people.person.debt', optional: true },
  }

  build(shapes: readonly Shape[]): Step {
    const issue = { auto: 'issue', makes: { certificate: 'card', shows: ['kind'], valid: '1y', renew_before: '30d' } }
    const flow = [...this.steps(shapes, 'free'), { task: 'closing', by: 'lead.head', within: '1wd', outcomes: ['ok'] }, issue, { end: 'granted' }]
    return {
      service: 'random',
      version: 1,
      lead: 'lead',
      for: 'person',
      theme: 'trial',
      icon: 'star',
      legal: 'none',
      limit: '2000wd',
      promise: '20wd',
      guarantee: { trips: 100, site_visits: 100, returns: 100 },
      guide: { kind: 'promised', type: 'public_service', channels: ['online'], delivery: ['online'], trip: 'reason', questions: ['how_long'] },
      data: this.data,
      flow,
      on: {
        ...(this.tasks.length > 0 ? { withdraw: { by: 'applicant', before: this.tasks.at(-1), end: 'withdrawn' } } : {}),
        extend: { by: 'lead.head', more: '10wd', reasons: ['complex'] },
        revoke: { by: 'lead.head', reasons: ['false_statement'] },
        suspend: { by: 'lead.head', reasons: ['under_inquiry'] },
      },
    }
  }

  private name(kind: string): string {
    this.count += 1
    return `${kind}_${this.count}`
  }

  private steps(shapes: readonly Shape[], place: Place): Step[] {
    return shapes.map((shape) => this.step(shape, place))
  }

  private step(shape: Shape, place: Place): Step {
    const name = this.name(shape.kind)
    const when = whens[shape.pick % whens.length]
    const optional = when ? { when } : {}
    switch (shape.kind) {
      case 'stage': {
        const clock = shape.pick % 3 === 0 ? 'running' : 'stopped'
        const returns = { to: 'applicant', merge: true, max: 1 + (shape.pick % 2), within: shape.pick % 5 === 0 ? '6d' : '5wd', clock, else: 'lapsed' }
        return place === 'free' ? { stage: name, returns, do: this.steps(shape.inner ?? [], 'returns') } : { stage: name, do: this.steps(shape.inner ?? [], place) }
      }
      case 'plain_stage':
        return { stage: name, do: this.steps(shape.inner ?? [], place) }
      case 'parallel':
        return { parallel: this.branches(shape, place === 'free' ? 'beside' : place) }
      case 'linked':
        return this.linked(shape, place === 'free' ? 'beside' : place)
      case 'choose':
      case 'cover':
        return { choose: this.choices(shape, place) }
      case 'each':
        return place === 'free' || place === 'beside' ? this.each(name, shape) : this.task('task', name, optional, place, shape.pick)
      default:
        return this.leaf(shape, name, optional, place)
    }
  }

  private leaf(shape: Shape, name: string, optional: Step, place: Place): Step {
    switch (shape.kind) {
      case 'payment':
        return { wait: name, ...optional, for: 'payment', amount: 100, payee: 'lead', legal: 'none', within: '5wd', else: 'lapsed' }
      case 'record':
        return { wait: name, ...optional, for: 'record', record: 'people.person', within: '5wd', else: 'refused' }
      case 'notice':
      case 'objections':
        return { wait: name, ...optional, for: 'notice', objections: shape.kind === 'objections', within: '3d', clock: shape.pick % 2 ? 'running' : 'stopped' }
      case 'running':
        return { wait: name, ...optional, for: 'payment', amount: 100, payee: 'lead', legal: 'none', within: '2wd', clock: 'running', else: 'lapsed' }
      case 'materials': {
        this.data[`m_${name}`] = { ask: 'file', accept: ['pdf'], concept: 'plan', seen_by: ['lead'], tolerable: true }
        return { wait: name, ...optional, for: 'materials', within: '5wd', else: 'lapsed' }
      }
      case 'auto':
        return { auto: name, makes: { letter: 'note' } }
      default:
        return this.task(shape.kind, name, optional, place, shape.pick)
    }
  }

  private branches(shape: Shape, place: Place): Step[][] {
    return (shape.branches ?? []).map((branch) => this.steps(branch, place))
  }

  /** The second branch ends with a step that comes after the first one's. */
  private linked(shape: Shape, place: Place): Step {
    const branches = this.branches(shape, place)
    const [first, last] = [this.name('first'), this.name('last')]
    branches[0]?.push(this.task('task', first, {}, place, 1))
    branches[1]?.push({ ...this.task('task', last, {}, place, 1), after: [first] })
    return { parallel: branches }
  }

  /** On a value of its own, so that no branch is dead; with else, or covering every value without. */
  private choices(shape: Shape, place: Place): Step[] {
    const name = this.name('answer')
    this.data[name] = { ask: 'integer', range: [1, 500], concept: 'size' }
    const branches = shape.branches ?? []
    const cuts = branches.map((_, i) => 20 * (i + 1))
    return branches.map((branch, i) => {
      const last = i === branches.length - 1
      const low = i === 0 ? '' : `${name} > ${cuts[i - 1]}`
      const high = last ? '' : `${name} <= ${cuts[i]}`
      const when = last && shape.kind === 'choose' ? { else: null } : { when: [low, high].filter((text) => text !== '').join(' and ') }
      return { ...when, do: this.steps(branch, place) }
    })
  }

  private each(name: string, shape: Shape): Step {
    this.data[`n_${name}`] = { ask: 'integer', range: [0, 3], concept: 'size' }
    return { each: name, of: `n_${name}`, do: this.steps(shape.inner ?? [], 'item') }
  }

  private task(kind: string, name: string, optional: Step, place: Place, chance: number): Step {
    const outcomes = place === 'returns' && kind !== 'setter' ? ['ok', 'bad', 'return'] : ['ok', 'bad']
    const within = kind === 'days' ? `${1 + (chance % 9)}d` : kind === 'hours' ? `${1 + (chance % 60)}h` : `${1 + (chance % 4)}wd`
    const task: Step = { task: name, ...optional, by: kind === 'joint' ? { all: ['food.inspector', 'fire.inspector'] } : 'fire.reviewer', within, outcomes, reasons: outcomes.includes('return') ? { return: ['r'] } : {} }
    if (chance % 7 === 0) task.counts = { trips: 1 }
    if (chance % 7 === 1) task.counts = { site_visits: 1 }
    if (kind === 'regional') Object.assign(task, { by: 'towns.surveyor', region: 'area' })
    if (kind === 'named') task.by = { department: 'office', role: 'inspector' }
    if (kind === 'idle') task.clock = 'stopped'
    if (kind === 'silent') task.silence = 'ok'
    if (kind === 'eyes' && this.tasks[0]) task.not_by = [this.tasks[0]]
    if (kind === 'setter') {
      this.data[`v_${name}`] = { set_by: name, ask: 'choice', of: ['low', 'high'], concept: 'danger' }
      task.sets = [`v_${name}`]
    }
    this.tasks.push(name)
    return task
  }
}
