import type { TFunction } from 'i18next'

import type { Span } from '#app/kernel/clock/span.ts'

const units = { wd: 'ui:days.working', d: 'portal:span.days', h: 'portal:span.hours' } as const

/** "3 working days" */
export const spanText = (t: TFunction, { amount, unit }: Span): string => t(units[unit], { count: amount })
