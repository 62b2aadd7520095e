import type { Reason } from '#app/kernel/case/case-event.ts'

const textOf = (form: FormData, key: string): string => {
  const value = form.get(key)
  return typeof value === 'string' ? value.normalize('NFC').replaceAll('\r\n', '\n').trim() : ''
}

/** The reason chosen, with the words added to it. */
export const readReason = (form: FormData): Reason => ({ code: textOf(form, 'reason'), text: textOf(form, 'text') })
