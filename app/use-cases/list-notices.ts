import type { NoticeRow } from '#db/notice.ts'
import type { Page, PageQuery } from '#db/store.ts'

import type { Environment } from './environment.ts'

/** What is public now and may be objected to, soonest over first; for everybody. A time that is over but not yet noted is left out. */
export async function listNotices(env: Environment, page: PageQuery): Promise<Page<NoticeRow>> {
  const found = await env.store.cases.notices(page)
  return { ...found, rows: found.rows.filter(({ until }) => env.now() < until) }
}
