import type { Reason } from '#app/kernel/case/case-event.ts'
import type { Decision } from '#app/kernel/case/command.ts'
import type { Definition, TaskNode } from '#app/kernel/definition/definition.ts'
import { readInput } from '#app/http/read-input.ts'

const text = (form: FormData, key: string): string => {
  const value = form.get(key)
  return typeof value === 'string' ? value.normalize('NFC').replaceAll('\r\n', '\n').trim() : ''
}

const list = (form: FormData, key: string): string[] => form.getAll(key).filter((value) => typeof value === 'string')

/** What a decision form says. Whether it holds is the kernel's to tell. */
export function readDecision(form: FormData, node: TaskNode, definition: Definition): Decision {
  const outcome = text(form, 'outcome')
  return {
    outcome,
    reasons: list(form, 'reasons').map((code, i): Reason => ({ code, text: i === 0 ? text(form, 'reason_text') : '' })),
    note: text(form, 'note'),
    items: outcome === 'return' ? list(form, 'items').map((name) => ({ name, reason: { code: text(form, `reason-${name}`), text: text(form, `text-${name}`) } })) : [],
    sets: outcome === 'return' ? {} : Object.fromEntries(node.sets.flatMap((name) => {
      const field = definition.data[name]
      const input = field ? readInput(field.type, name, form) : null
      return input && 'value' in input ? [[name, input.value] as const] : []
    })),
  }
}

/** The form's fields as they were sent, to be sent again with the confirmation. */
export function sentFields(form: FormData): [string, string][] {
  return [...form.entries()].flatMap(([key, value]): [string, string][] => (typeof value === 'string' && key !== 'intent' ? [[key, value]] : []))
}
