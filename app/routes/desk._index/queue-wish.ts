import { z } from 'zod'

import type { QueueWish } from '#app/use-cases/view-queue.ts'
import { lightFilters } from '#db/store.ts'

const name = z.string().regex(/^[a-z][a-z0-9_-]{0,59}$/)

const schema = z.object({
  holder: z.enum(['anyone', 'nobody', 'me']).catch('anyone'),
  service: name.nullable().catch(null),
  task: name.nullable().catch(null),
  light: z.enum(lightFilters).nullable().catch(null),
  after: z.string().max(500).nullable().catch(null),
  before: z.string().max(500).nullable().catch(null),
})

/** What of the queue is wanted, from the address; what can't be read counts as not said. */
export function readQueueWish(params: URLSearchParams): Required<QueueWish> {
  const [service, task] = (params.get('step') ?? '').split(':')
  const wish = {
    holder: params.get('holder') ?? 'anyone',
    service: params.get('service') || service || null,
    task: task || null,
    light: params.get('light') || null,
    after: params.get('after'),
    before: params.get('before'),
  }
  return schema.parse(wish)
}

/** The address of the queue with this wish; cursors are left out unless given. */
export function queueAddress(wish: Partial<QueueWish>): string {
  const params = new URLSearchParams()
  if (wish.holder && wish.holder !== 'anyone') params.set('holder', wish.holder)
  if (wish.service && wish.task) params.set('step', `${wish.service}:${wish.task}`)
  else if (wish.service) params.set('service', wish.service)
  if (wish.light) params.set('light', wish.light)
  if (wish.after) params.set('after', wish.after)
  if (wish.before) params.set('before', wish.before)
  const query = params.toString()
  return query ? `/desk?${query}` : '/desk'
}

export const pageAddress = (wish: QueueWish, cursor: { after?: string; before?: string }): string => queueAddress({ ...wish, after: null, before: null, ...cursor })
