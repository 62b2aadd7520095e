import { z } from 'zod'

import type { SearchWish } from '#app/use-cases/search-services.ts'

const LENGTH = 200

const filter = z.string().regex(/^[a-z_]{1,40}$/).nullable().catch(null)
const Query = z.object({ q: z.string().catch(''), theme: filter, for: filter })

/** What an address asks for; what makes no sense counts as not asked. */
export function wishOf(params: URLSearchParams): SearchWish {
  const { q, theme, for: audience } = Query.parse({ q: params.get('q'), theme: params.get('theme'), for: params.get('for') })
  return { q: q.trim().slice(0, LENGTH), theme, audience }
}
