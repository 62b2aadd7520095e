import type { CaseState } from '#app/kernel/case/case-state.ts'

import { type ServiceFile, subjectOf } from './files.ts'

export const departmentOf = (desk: string): string => desk.split('.')[0] ?? ''

/** Which answers the file of the service lets these desks see. What desks and tables give is everybody's who works on it. */
export function visible({ reads, asks }: ServiceFile, { answers }: CaseState, desks: readonly string[]): string[] {
  const seenBy = (name: string) => [...reads, ...asks].find((one) => one.name === name.split('.')[0])?.seenBy ?? null
  return Object.keys(answers).filter((name) => desks.some((desk) => seenBy(name)?.includes(departmentOf(desk)) ?? true)).sort()
}

/** On whom each of these values is, by name: what the log has to say of a look. */
export function aboutWhom(service: ServiceFile, { answers, applicant }: CaseState, names: readonly string[], applicants: string): Record<string, string[]> {
  const own = service.audience === 'business' ? (applicant.company ?? applicants) : applicants
  const about: Record<string, string[]> = {}
  for (const name of names) {
    const read = service.reads.find((one) => one.name === name.split('.')[0])
    const held = read?.holder == null ? null : answers[read.holder]
    const subject = held ? (held.source === 'record' ? String(held.value) : own) : read && subjectOf(read) === 'company' ? (applicant.company ?? own) : read ? applicants : own
    about[subject] = [...(about[subject] ?? []), name].sort()
  }
  return about
}
