// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Definition } from '#app/kernel/definition/definition.ts'
import { randomDefinition } from '#tests/factories/random-definition.ts'

import { allServices, keysOnly, serviceNamed, textsIn } from '../all-services.fixture.ts'

import { writeBpmn } from './write-bpmn.ts'

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL'
const NODES = ['startEvent', 'endEvent', 'userTask', 'serviceTask', 'callActivity', 'subProcess', 'exclusiveGateway', 'parallelGateway', 'eventBasedGateway', 'intermediateCatchEvent', 'boundaryEvent']

/** What a modeler would read. */
class Model {
  readonly document: Document
  readonly elements: Element[]
  readonly nodes: Element[]
  readonly flows: { id: string; from: string; to: string; element: Element }[]

  constructor(xml: string) {
    this.document = new DOMParser().parseFromString(xml, 'application/xml')
    expect(this.document.querySelector('parsererror')).toBeNull()
    this.elements = [...this.document.querySelectorAll('*')]
    this.nodes = this.named(...NODES)
    this.flows = this.named('sequenceFlow').map((element) => ({ id: element.id, from: element.getAttribute('sourceRef') ?? '', to: element.getAttribute('targetRef') ?? '', element }))
  }

  named(...names: string[]): Element[] {
    return this.elements.filter((element) => element.namespaceURI === MODEL && names.includes(element.localName))
  }
  drawn(kind: 'BPMNShape' | 'BPMNEdge'): Map<string, Element> {
    return new Map(this.elements.filter((element) => element.localName === kind).map((element) => [element.getAttribute('bpmnElement') ?? '', element]))
  }
  bounds(shape: Element | undefined) {
    const bounds = shape?.querySelector('*')
    const read = (name: string) => Number(bounds?.getAttribute(name) ?? Number.NaN)
    return { left: read('x'), top: read('y'), right: read('x') + read('width'), bottom: read('y') + read('height') }
  }
}

type Bounds = ReturnType<Model['bounds']>
const apart = (a: Bounds, b: Bounds) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
const within = (a: Bounds, b: Bounds) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom

function checkReferences(model: Model): void {
  const ids = model.elements.flatMap((element) => (element.id ? [element.id] : []))
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/)
  const nodes = new Set(model.nodes.map(({ id }) => id))
  for (const { id, from, to } of model.flows) {
    expect(nodes, id).toContain(from)
    expect(nodes, id).toContain(to)
  }
  for (const node of model.nodes) {
    const own = (name: string) => [...node.children].filter((child) => child.localName === name).map((child) => child.textContent ?? '').sort()
    expect(own('incoming')).toEqual(model.flows.filter(({ to }) => to === node.id).map(({ id }) => id).sort())
    expect(own('outgoing')).toEqual(model.flows.filter(({ from }) => from === node.id).map(({ id }) => id).sort())
    const host = node.getAttribute('attachedToRef')
    if (host !== null) expect(nodes).toContain(host)
  }
  const top = model.nodes.filter((node) => node.parentElement?.localName === 'process').map(({ id }) => id)
  expect(model.named('flowNodeRef').map((element) => element.textContent ?? '').sort()).toEqual(top.sort())
}

/** Everything comes after a start, nothing but an end leads nowhere, and from everywhere an end can be reached. */
function checkReach(model: Model): void {
  const starts = model.nodes.filter(({ localName }) => localName === 'startEvent')
  const onward = new Map<string, string[]>()
  const put = (from: string, to: string) => onward.set(from, [...(onward.get(from) ?? []), to])
  for (const { from, to } of model.flows) put(from, to)
  for (const node of model.nodes) if (node.localName === 'boundaryEvent') put(node.getAttribute('attachedToRef') ?? '', node.id)
  const reached = new Set<string>()
  const visit = (id: string): void => {
    if (reached.has(id)) return
    reached.add(id)
    for (const next of onward.get(id) ?? []) visit(next)
  }
  for (const start of starts) visit(start.id)
  expect(model.nodes.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([])
  for (const node of model.nodes) {
    const out = model.flows.filter(({ from }) => from === node.id)
    if (node.localName === 'endEvent') expect(out).toEqual([])
    else expect(out.length, node.id).toBeGreaterThan(0)
    if (node.localName === 'startEvent') expect(model.flows.filter(({ to }) => to === node.id)).toEqual([])
    if (node.localName === 'exclusiveGateway' && out.length > 1) {
      for (const { id, element } of out) expect(node.getAttribute('default') === id || element.children.length > 0, id).toBe(true)
    }
  }
}

function checkDiagram(model: Model): void {
  const [shapes, edges] = [model.drawn('BPMNShape'), model.drawn('BPMNEdge')]
  expect([...shapes.keys()].sort()).toEqual([...model.nodes, ...model.named('participant', 'lane')].map(({ id }) => id).sort())
  expect([...edges.keys()].sort()).toEqual(model.flows.map(({ id }) => id).sort())
  for (const edge of edges.values()) expect(edge.children.length).toBeGreaterThanOrEqual(2)
  const pool = model.bounds(shapes.get('pool'))
  const solid = model.nodes.map((node) => ({ node, bounds: model.bounds(shapes.get(node.id)) }))
  expect(solid.filter(({ bounds }) => !within(bounds, pool)).map(({ node }) => node.id)).toEqual([])
  const clash = (a: (typeof solid)[number], b: (typeof solid)[number]): boolean => {
    if (b.node.parentElement === a.node) return !within(b.bounds, a.bounds)
    if (a.node.parentElement === b.node) return !within(a.bounds, b.bounds)
    return a.node.getAttribute('attachedToRef') !== b.node.id && b.node.getAttribute('attachedToRef') !== a.node.id && !apart(a.bounds, b.bounds)
  }
  expect(solid.flatMap((one, i) => solid.slice(i + 1).flatMap((other) => (clash(one, other) ? [`${one.node.id} ${other.node.id}`] : [])))).toEqual([])
  for (const lane of model.named('lane')) {
    for (const ref of lane.children) if (ref.localName === 'flowNodeRef') expect(within(model.bounds(shapes.get(ref.textContent ?? '')), model.bounds(shapes.get(lane.id)))).toBe(true)
  }
}

/** No flow runs through a shape it does not begin or end at. */
function checkRoutes(model: Model): void {
  const [shapes, edges] = [model.drawn('BPMNShape'), model.drawn('BPMNEdge')]
  const solid = model.nodes.filter(({ localName }) => localName !== 'subProcess').map((node) => ({ node, bounds: model.bounds(shapes.get(node.id)) }))
  const hosts = new Map(model.nodes.map((node) => [node.id, node.getAttribute('attachedToRef')]))
  const faults: string[] = []
  for (const { id, from, to } of model.flows) {
    const own = new Set([from, to, hosts.get(from)])
    const points = [...(edges.get(id)?.children ?? [])].map((point) => [Number(point.getAttribute('x')), Number(point.getAttribute('y'))] as const)
    for (const [i, [x, y]] of points.slice(1).entries()) {
      const [fromX, fromY] = points[i] ?? [x, y]
      if (fromX !== x && fromY !== y) faults.push(`${id} runs aslant`)
      const line = { left: Math.min(x, fromX), right: Math.max(x, fromX), top: Math.min(y, fromY), bottom: Math.max(y, fromY) }
      faults.push(...solid.filter(({ node, bounds }) => !own.has(node.id) && !apart(line, bounds)).map(({ node }) => `${id} crosses ${node.id}`))
    }
  }
  expect(faults).toEqual([])
}

function check(definition: Definition): Model {
  const model = new Model(writeBpmn(keysOnly, definition))
  checkReferences(model)
  checkReach(model)
  checkDiagram(model)
  checkRoutes(model)
  return model
}

describe('BPMN of every service', () => {
  test.each(allServices.map((definition) => [definition.service, definition] as const))('%s', (_, definition) => void check(definition))

  test('there are nineteen or more', () => {
    expect(allServices.length).toBeGreaterThanOrEqual(19)
  })
})

test('BPMN of any flow', () => {
  fc.assert(fc.property(randomDefinition, (definition) => void check(definition)), { numRuns: 50 })
})

describe('what the words of a flow become', () => {
  const of = (service: string) => new Model(writeBpmn(textsIn('en'), serviceNamed(service)))

  test('lanes, conditions in FEEL, a timer on the applicant’s task', () => {
    const model = of('restaurant-opening')
    expect(model.named('lane').map((lane) => lane.getAttribute('name'))).toEqual(['Applicant', 'Market Regulation', 'Food Safety', 'Fire and Rescue', 'Urban Management', 'Justice (reconsideration)'])
    expect(model.named('conditionExpression').map((element) => element.textContent)).toEqual(expect.arrayContaining(['decision = "approve"', 'kitchen = "hot" or seats > 50 or fire_class = "high"']))
    const [timer] = model.named('boundaryEvent')
    expect(timer?.getAttribute('attachedToRef')).toMatch(/^answer_examine_/)
    expect(model.named('timeDuration').map((element) => element.textContent)).toEqual(['P10D'])
  })

  test('payments are messages against a timer, notices are timers', () => {
    expect(of('driving-licence-renewal').named('eventBasedGateway').length).toBeGreaterThan(0)
    const notice = of('low-income-benefit').nodes.find(({ id }) => id.startsWith('wait_public_notice'))
    expect(notice?.localName).toBe('intermediateCatchEvent')
    expect(notice?.textContent).toContain('P7D')
  })

  test('parts are called, items are many at once', () => {
    expect(of('newborn').named('callActivity').map((element) => element.getAttribute('calledElement'))).toContain('service_child-vaccination-record')
    const [each] = of('employer-insurance').named('subProcess')
    expect(each?.querySelector('*|loopCardinality')?.textContent).toBe('employees')
  })

  test('texts stay texts', () => {
    const hostile = ((key: string) => `<script>"&${key}`) as typeof keysOnly
    const model = new Model(writeBpmn(hostile, serviceNamed('newborn')))
    expect(model.document.querySelector('script')).toBeNull()
    expect(model.named('participant')[0]?.getAttribute('name')).toContain('<script>"&')
  })
})
