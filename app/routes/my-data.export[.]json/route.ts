import type { ActionFunctionArgs } from '@remix-run/node'

import { requireCitizen } from '#app/http/actor.server.ts'
import { jsonDownload } from '#app/http/json-download.server.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import { portalOf } from '#app/portal.server.ts'
import { exportData } from '#app/use-cases/privacy/export-data.ts'
import { masked } from '#app/view/show-value.ts'

/** Everything held on whoever asks, as a file. Asked for by a form: reading it leaves looks in the access log. */
export async function action({ request, context }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizen(portal, request)
  const { env } = portal
  return jsonDownload(`onetrip-export-${localDate(env.catalogue.calendar, env.now())}.json`, exportData(env, actor, masked))
}
