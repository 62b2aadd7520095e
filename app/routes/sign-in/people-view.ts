import type { TFunction } from 'i18next'

import type { Choice } from '#app/ui/choice-item/choice-item.tsx'
import type { StoredPerson } from '#db/store.ts'

export type DemoChoice = Pick<Choice, 'value' | 'text'> & { hint: string }

/** `desk:department.role.region` stands for a post without a story of its own. */
function hintOf(t: TFunction, demo: string): string {
  if (!demo.startsWith('desk:')) return t(`portal:demo.people.${demo}`)
  const [department = '', role = '', region] = demo.slice('desk:'.length).split('.')
  const words = t('portal:demo.desk', { department: t(`departments:${department}.name`), role: t(`roles:${role}`) })
  return region === undefined ? words : t('portal:demo.desk', { department: words, role: t(`concepts:district.options.${region}`) })
}

/** The demonstration's people, each with a line on what to try with them. */
export function peopleView(t: TFunction, people: readonly StoredPerson[]): { citizens: DemoChoice[]; staff: DemoChoice[] } {
  const choices = (kind: StoredPerson['kind']): DemoChoice[] =>
    people.filter((person) => person.kind === kind && person.demo !== null).map(({ id, name, demo }) => ({ value: id, text: name, hint: hintOf(t, demo ?? '') }))
  return { citizens: choices('citizen'), staff: choices('staff') }
}
