import { readdirSync, readFileSync } from 'node:fs'

import { parse } from 'yaml'

type Task = { clock?: string; within: string }
type Wait = { for: string }
export type ServiceFile = { lead: string; promise: number; tasks: Record<string, Task>; waits: Record<string, Wait> }

/** The services as their files say, read without the portal's reader. */
export const serviceFiles: Readonly<Record<string, ServiceFile>> = Object.fromEntries(
  readdirSync('workflows/services').map((id) => [id, readService(readFileSync(`workflows/services/${id}/service.yaml`, 'utf8'))]),
)

/** Owners of registers as their files say. */
export const registerOwners: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync('workflows/registers').map((name) => {
    const { register, owner } = parse(readFileSync(`workflows/registers/${name}`, 'utf8')) as { register: string; owner: string }
    return [register, owner]
  }),
)

function readService(text: string): ServiceFile {
  const file = parse(text) as { lead: string; promise: string; flow: unknown }
  const service: ServiceFile = { lead: file.lead, promise: Number.parseInt(file.promise), tasks: {}, waits: {} }
  visit(file.flow, (node) => {
    if (typeof node.task === 'string') service.tasks[node.task] = node as unknown as Task
    if (typeof node.wait === 'string') service.waits[node.wait] = node as unknown as Wait
  })
  return service
}

function visit(value: unknown, see: (node: Record<string, unknown>) => void): void {
  if (Array.isArray(value)) for (const one of value) visit(one, see)
  else if (typeof value === 'object' && value !== null) {
    see(value as Record<string, unknown>)
    for (const one of Object.values(value)) visit(one, see)
  }
}
