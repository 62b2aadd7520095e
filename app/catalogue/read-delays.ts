import { hint } from '#app/kernel/definition/definition-problem.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'
import type { Delay } from '#app/kernel/records/delay.ts'

import { inFile } from './file-problem.ts'
import type { FolderReader } from './read-surroundings.ts'
import { delaysSchema } from './surroundings-schemas.ts'

const FILE = 'access-delays.yaml'

/** `access-delays.yaml`, if there is one: each service and task must exist. */
export function readDelays(folder: FolderReader, services: readonly string[], definitions: readonly Definition[]): readonly Delay[] {
  if (!folder.list('.').includes(FILE)) return []
  const read = folder.read(FILE, delaysSchema)
  if (!read) return []
  read.value.delays.forEach(({ service, task }, i) => {
    const versions = definitions.filter((one) => one.service === service)
    const tasks = versions.flatMap((one) => nodesOf(one).flatMap((node) => (node.node === 'task' ? [node.name] : [])))
    const say = (code: 'unknown_service' | 'unknown_name', key: string, message: string) => folder.problems.push(inFile(read.file, { code, path: ['delays', i, key], message }))
    if (!services.includes(service)) say('unknown_service', 'service', `there is no service "${service}"${hint(service, services)}`)
    else if (versions.length > 0 && !tasks.includes(task)) say('unknown_name', 'task', `"${service}" has no task "${task}"${hint(task, [...new Set(tasks)])}`)
  })
  return read.value.delays
}
