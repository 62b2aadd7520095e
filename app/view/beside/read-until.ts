import { readInput } from '#app/http/read-input.ts'

/** The day typed in three boxes: as YYYY-MM-DD; '' for none, and no date at all for what can't be one. */
export function readUntil(form: FormData): string {
  const read = readInput({ type: 'date', notBefore: null, notAfter: null }, 'until', form)
  return 'value' in read ? String(read.value ?? '') : 'not a date'
}

/** What was typed, to be shown again. */
export const typedUntil = (form: FormData) => ({ year: typed(form, 'year'), month: typed(form, 'month'), day: typed(form, 'day') })

const typed = (form: FormData, part: string): string => String(form.get(`until-${part}`) ?? '').trim()
