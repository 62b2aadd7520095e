import type { Span } from '#app/kernel/clock/span.ts'

/** A process as BPMN 2.0 knows it, each node with its place in a grid: `column` along the flow, `track` across it. */
export type BpmnProcess = { nodes: readonly BpmnNode[]; flows: readonly BpmnFlow[] }

export type BpmnNode = {
  id: string
  tag: 'startEvent' | 'endEvent' | 'userTask' | 'serviceTask' | 'callActivity' | 'subProcess' | 'exclusiveGateway' | 'parallelGateway' | 'eventBasedGateway' | 'intermediateCatchEvent' | 'boundaryEvent'
  name: string
  /** Who does it: a department, or the applicant. */
  lane: string
  column: number
  track: number
  /** What an event waits for; a timer for how long. */
  event?: 'message' | Span
  /** The activity on whose edge it stands. */
  attachedTo?: string
  /** The service that a call activity calls. */
  calls?: string
  /** The flow of a sub-process, and the value that says how often it is done, all at once. */
  inner?: BpmnProcess & { times: string }
  documentation?: string
}

/** `condition` is FEEL; `isDefault`: taken where no other condition of its gateway holds. */
export type BpmnFlow = { id: string; from: string; to: string; name: string; condition: string | null; isDefault: boolean }

/** The lane of whatever the applicant does. */
export const APPLICANT = 'applicant'
