import type { TFunction } from 'i18next'

import type { FieldQuality, RegisterQuality } from '#app/use-cases/registers/source-quality.ts'
import type { Period } from '#app/use-cases/board/period.ts'
import { csvLine } from '#app/view/csv-line.ts'
import { kindLabel } from '#app/view/data/data-labels.ts'
import { qualityColumns } from '#app/view/steward/quality-view.ts'

/** Excel takes a file for UTF-8 only when it begins so. */
const BYTE_ORDER_MARK = '\ufeff'

const registerFigures = ['requests', 'noAnswer', 'wrongAnswer'] as const

/** The quality table as a file: a line for each register with its requests, then one for each of its fields. */
export function qualityCsv(t: TFunction, { from, to }: Period, registers: readonly RegisterQuality[]): string {
  const header = [
    t('steward:csv.from'), t('steward:csv.to'), t('steward:column.register'), t('steward:csv.kind'), t('steward:column.field'), t('steward:csv.name'),
    ...registerFigures.map((figure) => t(`steward:figure.${figure}`)),
    ...qualityColumns.map((column) => t(`steward:column.${column}`)),
  ]
  const lines = registers.flatMap((quality) => {
    const register = t(`registers:${quality.register}.name`)
    const whole = [from, to, register, '', '', quality.register, ...registerFigures.map((figure) => quality[figure]), ...qualityColumns.map(() => null)]
    return [whole, ...quality.fields.map((field) => [from, to, register, ...fieldCells(t, quality.register, field)])]
  })
  return BYTE_ORDER_MARK + [header, ...lines].map(csvLine).join('')
}

/** A share to four places, an age to one. */
function fieldCells(t: TFunction, register: string, field: FieldQuality): (string | number | null)[] {
  const { entity, concept, gap, age } = field
  const rounded = { ...field, gap: gap === null ? null : Math.round(gap * 10_000) / 10_000, age: age === null ? null : Math.round(age * 10) / 10 }
  const names = concept === null ? ['', ''] : [kindLabel(t, register, entity), t(`concepts:${concept}.label`)]
  return [...names, `${register}.${entity}.${field.field}`, ...registerFigures.map(() => null), ...qualityColumns.map((column) => rounded[column])]
}
