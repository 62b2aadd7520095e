import fc from 'fast-check'

import type { Definition } from '#app/kernel/definition/definition.ts'
import { readDefinition } from '#app/kernel/definition/read-definition.ts'

import { trialSurroundings } from './definition.ts'

type Step = Record<string, unknown>

/** A random flow: sound by construction, named apart, ending on every way. */
const shapes = fc.letrec<{ step: Shape; steps: Shape[] }>((tie) => ({
  step: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ kind: fc.constantFrom('task', 'joint', 'setter', 'silent', 'eyes') }),
    fc.record({ kind: fc.constantFrom('payment', 'record', 'notice', 'auto') }),
    fc.record({ kind: fc.constantFrom('stage', 'plain_stage'), inner: tie('steps') }),
    fc.record({ kind: fc.constant('parallel'), branches: fc.array(tie('steps'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('choose'), branches: fc.array(tie('steps'), { minLength: 2, maxLength: 3 }) }),
  ) as fc.Arbitrary<Shape>,
  steps: fc.array(tie('step'), { minLength: 1, maxLength: 3 }) as fc.Arbitrary<Shape[]>,
}))

type Shape = { kind: string; inner?: Shape[]; branches?: Shape[][] }

export const randomDefinition: fc.Arbitrary<Definition> = shapes.steps.map((steps) => new Builder().build(steps))

const whens = ['kind = "large"', 'size > 50', 'not(kind = "small") and size between 10 and 100', 'today > date("2026-06-01")', 'verdict = null', null, null]

class Builder {
  private count = 0
  private readonly tasks: string[] = []
  private readonly data: Record<string, unknown> = {
    kind: { ask: 'choice', of: ['small', 'large'] },
    size: { ask: 'integer', range: [1, 500], seen_by: ['fire'] },
    verdict: { from: 'people.person.verdict', optional: true },
    debt: { from: 'people.person.debt', optional: true },
  }

  build(shapes: readonly Shape[]): Definition {
    const flow = [...this.steps(shapes, false), { end: 'granted' }]
    const source = {
      service: 'random',
      version: 1,
      lead: 'lead',
      for: 'person',
      theme: 'trial',
      icon: 'star',
      legal: 'none',
      limit: '9999wd',
      promise: '20wd',
      guarantee: { trips: 100, site_visits: 100, returns: 100 },
      data: this.data,
      flow,
      ...(this.tasks[0] ? { on: { withdraw: { by: 'applicant', before: this.tasks.at(-1), end: 'withdrawn' } } } : {}),
    }
    const read = readDefinition(source, trialSurroundings)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    return { ...read.definition, hash: 'random' }
  }

  private name(kind: string): string {
    this.count += 1
    return `${kind}_${this.count}`
  }

  private steps(shapes: readonly Shape[], returns: boolean): Step[] {
    return shapes.map((shape) => this.step(shape, returns))
  }

  private step(shape: Shape, returns: boolean): Step {
    const name = this.name(shape.kind)
    const when = whens[this.count % whens.length]
    const optional = when ? { when } : {}
    switch (shape.kind) {
      case 'stage':
        return { stage: name, returns: { to: 'applicant', merge: true, max: 1 + (this.count % 2), within: '5wd', clock: 'stopped', else: 'lapsed' }, do: this.steps(shape.inner ?? [], true) }
      case 'plain_stage':
        return { stage: name, do: this.steps(shape.inner ?? [], returns) }
      case 'parallel':
        return { parallel: (shape.branches ?? []).map((branch) => this.steps(branch, returns)) }
      case 'choose': {
        const branches = shape.branches ?? []
        return { choose: branches.map((branch, i) => ({ ...(i < branches.length - 1 ? { when: i % 2 === 0 ? 'kind = "large"' : 'size > 100' } : { else: null }), do: this.steps(branch, returns) })) }
      }
      case 'payment':
        return { wait: name, ...optional, for: 'payment', amount: 100, payee: 'lead', legal: 'none', within: '5wd', else: 'lapsed' }
      case 'record':
        return { wait: name, ...optional, for: 'record', record: 'people.person', within: '5wd', else: 'refused' }
      case 'notice':
        return { wait: name, ...optional, for: 'notice', within: '3wd', clock: 'running', else: 'granted' }
      case 'auto':
        return { auto: name, makes: { letter: 'note' } }
      default:
        return this.task(shape.kind, name, optional, returns)
    }
  }

  private task(kind: string, name: string, optional: Step, returns: boolean): Step {
    const outcomes = returns && kind !== 'setter' ? ['ok', 'bad', 'return'] : ['ok', 'bad']
    const task: Step = { task: name, ...optional, by: kind === 'joint' ? { all: ['food.inspector', 'fire.inspector'] } : 'fire.reviewer', within: '2wd', outcomes, reasons: outcomes.includes('return') ? { return: ['r'] } : {} }
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
