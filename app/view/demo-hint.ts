import type { TFunction } from 'i18next'

/** What to try with somebody of the demonstration; `desk:department.role.region` stands for a post without a story of its own. */
export function demoHint(t: TFunction, demo: string): string {
  if (!demo.startsWith('desk:')) return t(`portal:demo.people.${demo}`)
  const [department = '', role = '', region] = demo.slice('desk:'.length).split('.')
  const words = t('portal:demo.desk', { department: t(`departments:${department}.name`), role: t(`roles:${role}`) })
  return region === undefined ? words : t('portal:demo.desk', { department: words, role: t(`concepts:district.options.${region}`) })
}
