import type { TFunction } from 'i18next'

import type { MyCases } from '#app/use-cases/list-my-cases.ts'
import type { Renewal } from '#app/use-cases/renewals/list-renewals.ts'

/** Something that goes no further without the reader. */
export type Need = { kind: 'correct' | 'pay' | 'supply' | 'part' | 'renew' | 'draft'; href: string; service: string; ref: string | null; at: number }
export type NeedsView = { items: readonly Need[]; more: number }

const SHOWN = 3

/** Cases that wait for their applicant, then what runs out, then applications not handed in. */
export function needsOf(t: TFunction, { cases, drafts }: MyCases, renewals: readonly Renewal[] = []): NeedsView {
  const title = (service: string): string => t(`services/${service}:title`)
  const all: Need[] = [
    ...cases.rows.flatMap(({ asks, ref, service, submittedAt }): Need[] => (asks ? [{ kind: asks, href: `/cases/${ref}`, service: title(service), ref, at: submittedAt }] : [])),
    ...renewals.map(({ certificate: { code, service }, validUntil }): Need => ({ kind: 'renew', href: `/renew/${code}`, service: title(service), ref: null, at: Date.parse(validUntil) })),
    ...drafts.map(({ id, service, updatedAt }): Need => ({ kind: 'draft', href: `/apply/${id}`, service: title(service), ref: null, at: updatedAt })),
  ]
  return { items: all.slice(0, SHOWN), more: Math.max(0, all.length - SHOWN) }
}
