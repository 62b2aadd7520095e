import type { TFunction } from 'i18next'

import type { Choice } from '#app/ui/choice-item/choice-item.tsx'
import { demoHint } from '#app/view/demo-hint.ts'
import type { StoredPerson } from '#db/store.ts'

export type DemoChoice = Pick<Choice, 'value' | 'text'> & { hint: string }

/** The demonstration's people, each with a line on what to try with them. */
export function peopleView(t: TFunction, people: readonly StoredPerson[]): { citizens: DemoChoice[]; staff: DemoChoice[] } {
  const choices = (kind: StoredPerson['kind']): DemoChoice[] =>
    people.filter((person) => person.kind === kind && person.demo !== null).map(({ id, name, demo }) => ({ value: id, text: name, hint: demoHint(t, demo ?? '') }))
  return { citizens: choices('citizen'), staff: choices('staff') }
}
