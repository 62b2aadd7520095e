import type { TFunction } from 'i18next'

import type { Found, SearchWish } from '#app/use-cases/search-services.ts'

export type Facet = { name: 'theme' | 'for'; legend: string; value: string; items: readonly { value: string; text: string }[] }

/** Ways to narrow a search, each choice with how many it would leave. */
export function facetsOf(t: TFunction, { themes, audiences }: Found, wish: SearchWish): Facet[] {
  return [
    facet(t, 'for', 'audience', audiences, wish.audience),
    facet(t, 'theme', 'theme', themes, wish.theme),
  ]
}

function facet(t: TFunction, name: Facet['name'], texts: 'audience' | 'theme', counts: Readonly<Record<string, number>>, chosen: string | null): Facet {
  const known = Object.keys(counts).sort()
  // A filter that leaves nothing stays in sight, so that it can be taken away.
  const values = chosen === null || known.includes(chosen) ? known : []
  const item = (value: string) => ({ value, text: t('portal:facet.counted', { name: t(`portal:${texts}.${value}`), count: counts[value] ?? 0 }) })
  return { name, legend: t(`portal:facet.${texts}`), value: chosen ?? '', items: [{ value: '', text: t('portal:facet.all') }, ...values.map(item)] }
}
