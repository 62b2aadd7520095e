import type { TFunction } from 'i18next'

import { baseName } from '#app/kernel/definition/item-name.ts'
import type { Step } from '#app/use-cases/steps.ts'

/** Who does a step: its departments, or in the service's own words the one that a value has yet to name. */
export function stepDepartments(t: TFunction, service: string, { kind, name, departments }: Pick<Step, 'kind' | 'name' | 'departments'>): string[] {
  if (kind === 'task' && departments.length === 0) return [t(`services/${service}:offices.${baseName(name)}`)]
  return [...new Set(departments)].map((id) => t(`departments:${id}.name`))
}
