/** What the applicant's word stands for, where it will do: that it is so (checked later), or that they will bring it. */
export function promiseKind(field: { promisable?: string | null; tolerable?: boolean }): 'declared' | 'later' | null {
  if (field.promisable != null) return 'declared'
  return field.tolerable ? 'later' : null
}
