import type { TFunction } from 'i18next'

import type { RegisterOn } from '#app/use-cases/registers-on.ts'

import type { NamedRegister } from './register-list.tsx'

const paces = ['at_once', 'daily', 'weekly', 'monthly'] as const

/** Registers in the reader's words. */
export const nameRegister = (t: TFunction) => ({ id, owner, refreshed, services }: RegisterOn): NamedRegister => ({
  id,
  name: t(`registers:${id}.name`),
  owner: t(`departments:${owner}.name`),
  refreshed: refreshedText(t, refreshed),
  services: services.map((service) => ({ id: service, title: t(`services/${service}:title`) })),
})

/** A register's file may say it in other words: those are shown as they stand. */
function refreshedText(t: TFunction, refreshed: string): string {
  const pace = paces.find((one) => one === refreshed.replaceAll(' ', '_'))
  return pace ? t(`mydata:records.refreshed.${pace}`) : refreshed
}
