import { escapeXml } from '../escape-xml.ts'

import { type Span } from '#app/kernel/clock/span.ts'

import type { BpmnFlow, BpmnNode, BpmnProcess } from './bpmn-process.ts'

const attribute = (name: string, value: string | undefined): string => (value ? ` ${name}="${escapeXml(value)}"` : '')
const formal = (tag: string, text: string, language = ''): string => `<bpmn:${tag} xsi:type="bpmn:tFormalExpression"${attribute('language', language)}>${escapeXml(text)}</bpmn:${tag}>`

export const FEEL = 'https://www.omg.org/spec/DMN/20191111/FEEL/'

/** All nodes and flows of a process as XML elements. */
export const processXml = ({ nodes, flows }: BpmnProcess): string => [...nodes.map((node) => nodeXml(node, flows)), ...flows.map(flowXml)].join('\n')

function nodeXml(node: BpmnNode, flows: readonly BpmnFlow[]): string {
  const { id, tag, name, documentation, attachedTo, calls } = node
  const fallback = flows.find((flow) => flow.from === id && flow.isDefault)?.id
  const inner = [
    ...(documentation ? [`<bpmn:documentation>${escapeXml(documentation)}</bpmn:documentation>`] : []),
    ...flows.filter((flow) => flow.to === id).map((flow) => `<bpmn:incoming>${flow.id}</bpmn:incoming>`),
    ...flows.filter((flow) => flow.from === id).map((flow) => `<bpmn:outgoing>${flow.id}</bpmn:outgoing>`),
    ...(node.event ? [eventXml(node.event)] : []),
    ...(node.inner ? [`<bpmn:multiInstanceLoopCharacteristics>${formal('loopCardinality', node.inner.times, FEEL)}</bpmn:multiInstanceLoopCharacteristics>`, processXml(node.inner)] : []),
  ]
  return `<bpmn:${tag} id="${id}"${attribute('name', name)}${attribute('attachedToRef', attachedTo)}${attribute('calledElement', calls)}${attribute('default', fallback)}>${inner.join('')}</bpmn:${tag}>`
}

const units = { wd: 'P#D', d: 'P#D', h: 'PT#H' } as const

/** A duration knows no working days: the documentation beside it says which are meant. */
const eventXml = (event: 'message' | Span): string =>
  event === 'message' ? '<bpmn:messageEventDefinition/>' : `<bpmn:timerEventDefinition>${formal('timeDuration', units[event.unit].replace('#', String(event.amount)))}</bpmn:timerEventDefinition>`

const flowXml = ({ id, from, to, name, condition }: BpmnFlow): string =>
  `<bpmn:sequenceFlow id="${id}"${attribute('name', name)} sourceRef="${from}" targetRef="${to}">${condition === null ? '' : formal('conditionExpression', condition, FEEL)}</bpmn:sequenceFlow>`
