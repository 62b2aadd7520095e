import type { TFunction } from 'i18next'

import type { Definition } from '#app/kernel/definition/definition.ts'

import { escapeXml } from '../escape-xml.ts'

import { APPLICANT, type BpmnProcess } from './bpmn-process.ts'
import { shapesXml, shapeXml } from './diagram-xml.ts'
import { processXml } from './element-xml.ts'
import { makeProcess } from './make-process.ts'
import { lanesOf, placeProcess } from './place-process.ts'

/** Where the pool begins, and how wide the names of pool and lanes stand at its left. */
const MARGIN = 40
const NAMES = 30

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="urn:onetrip:services">`

/** A service's flow as BPMN 2.0 XML with its diagram: a pool with a lane for each department, from left to right. */
export function writeBpmn(t: TFunction, definition: Definition): string {
  const process = makeProcess(t, definition)
  const lanes = lanesInOrder(process, definition.lead)
  const placed = placeProcess(process, lanes)
  const name = escapeXml(t(`services/${definition.service}:title`))
  const laneName = (lane: string): string => escapeXml(lane === APPLICANT ? t('portal:diagram.applicant') : t(`departments:${lane}.name`))
  const laneXml = (lane: string): string => {
    const refs = process.nodes.filter((node) => node.lane === lane).map(({ id }) => `<bpmn:flowNodeRef>${id}</bpmn:flowNodeRef>`)
    return `<bpmn:lane id="lane_${lane}" name="${laneName(lane)}">${refs.join('')}</bpmn:lane>`
  }
  const pool = { x: MARGIN, y: MARGIN, width: placed.width + 2 * NAMES, height: placed.height }
  const laneShapes = placed.lanes.map(({ lane, top, height }) => shapeXml(`lane_${lane}`, { x: MARGIN + NAMES, y: MARGIN + top, width: placed.width + NAMES, height }, ' isHorizontal="true"'))
  return `${HEAD}
<bpmn:collaboration id="collaboration"><bpmn:participant id="pool" name="${name}" processRef="service_${definition.service}"/></bpmn:collaboration>
<bpmn:process id="service_${definition.service}" name="${name}" isExecutable="false">
<bpmn:laneSet id="lanes">${lanes.map(laneXml).join('')}</bpmn:laneSet>
${processXml(process)}
</bpmn:process>
<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="collaboration">
${shapeXml('pool', pool, ' isHorizontal="true"')}
${laneShapes.join('\n')}
${shapesXml(process, placed.places, placed.routes, MARGIN + 2 * NAMES, MARGIN)}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`
}

/** The applicant, the lead, then the others as they come up. */
function lanesInOrder(process: BpmnProcess, lead: string): string[] {
  const order = (lane: string): number => (lane === APPLICANT ? 0 : lane === lead ? 1 : 2)
  return lanesOf(process).toSorted((a, b) => order(a) - order(b))
}
