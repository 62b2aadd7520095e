import type { Definition } from '#app/kernel/definition/definition.ts'
import { taskNode } from '#app/kernel/definition/nodes.ts'

/** Who goes to whom for a task: the applicant to an office (`you`), or officials to the applicant (`us`). */
export const visitKind = (definition: Definition, task: string): 'you' | 'us' => ((taskNode(definition, task)?.trips ?? 0) > 0 ? 'you' : 'us')
