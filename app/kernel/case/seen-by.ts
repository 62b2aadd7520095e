import type { DataField } from '#app/kernel/definition/definition.ts'

export const departmentOf = (desk: string): string => desk.split('.')[0] ?? desk

/** May this desk see this value? A field without `seen_by` is seen by every desk that works on the case. */
export function isSeenBy(field: DataField, desk: string): boolean {
  return field.kind === 'desk' || field.kind === 'table' || field.seenBy === null || field.seenBy.includes(departmentOf(desk))
}
