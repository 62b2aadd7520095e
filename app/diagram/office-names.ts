import type { TFunction } from 'i18next'

import { departmentOf } from '#app/kernel/case/seen-by.ts'
import type { TaskNode } from '#app/kernel/definition/definition.ts'

/** Who does a step: its departments, or in the service's own words the one that a value will name. */
export const officeNames = (t: TFunction, service: string, { name, department, desks }: TaskNode): string =>
  department !== null ? t(`services/${service}:offices.${name}`) : [...new Set(desks.map(departmentOf))].map((one) => t(`departments:${one}.name`)).join(t('portal:guide.and'))
