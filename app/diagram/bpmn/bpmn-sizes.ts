import type { BpmnNode } from './bpmn-process.ts'

/** Sizes that modelers draw by themselves, in px. */
export const sizes = { task: { width: 120, height: 80 }, event: { width: 36, height: 36 }, gateway: { width: 50, height: 50 } } as const

export type Size = { width: number; height: number }
export type Place = Size & { x: number; y: number }
export type Point = readonly [x: number, y: number]

/** Everything but a sub-process, whose size its flow makes. */
export function sizeOf({ tag }: BpmnNode): Size {
  if (tag.endsWith('Event')) return sizes.event
  return tag.endsWith('Gateway') ? sizes.gateway : sizes.task
}
