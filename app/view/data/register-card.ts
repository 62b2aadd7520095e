import type { TFunction } from 'i18next'

import type { RegisterSummary } from '#app/use-cases/registers/describe-registers.ts'

import { refreshedLabel } from './data-labels.ts'

/** A register in a list of them, in the reader's language. */
export type RegisterCard = { href: string; name: string; about: string; keptBy: string; facts: readonly string[] }

export const registerCard = (t: TFunction, { id, owner, refreshed, fields, readers }: RegisterSummary): RegisterCard => ({
  href: `/data/${id}`,
  name: t(`registers:${id}.name`),
  about: t(`data:about.${id}`),
  keptBy: t('data:keptBy', { department: t(`departments:${owner}.name`) }),
  facts: [refreshedLabel(t, refreshed), t('data:fields', { count: fields }), t('data:readers', { count: readers.length })],
})
