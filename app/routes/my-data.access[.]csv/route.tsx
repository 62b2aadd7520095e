import type { LoaderFunctionArgs } from '@remix-run/node'

import { requireCitizen } from '#app/http/actor.server.ts'
import { csvResponse } from '#app/http/csv-response.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { textsFor } from '#app/http/texts.server.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import { portalOf } from '#app/portal.server.ts'
import { exportAccess } from '#app/use-cases/list-access.ts'
import { accessCsv } from '#app/view/access/access-csv.ts'
import { readAccessWish } from '#app/view/access/access-wish.ts'

/** Who looked at somebody's data, in full, as a file. What can't be read in the address is no file: links here are made by the page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { env } = portal
  const actor = await requireCitizen(portal, request)
  const { of, filter, problem } = readAccessWish(new URL(request.url).searchParams)
  const looks = problem ? null : await exportAccess(env, actor, of, filter)
  if (!looks) throw notFound()
  const { t, lang } = await textsFor(portal, request)
  const { calendar } = env.catalogue
  return csvResponse(`onetrip-who-looked-${localDate(calendar, env.now())}.csv`, accessCsv(t, lang, calendar.zone, looks))
}
