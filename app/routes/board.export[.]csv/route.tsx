import type { LoaderFunctionArgs } from '@remix-run/node'

import { requireManager } from '#app/http/actor.server.ts'
import { csvResponse } from '#app/http/csv-response.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { exportBoard } from '#app/use-cases/board/export-board.ts'
import { boardChoices } from '#app/use-cases/board/view-board.ts'
import { readPeriod } from '#app/view/board/board-period.ts'

import { boardCsv } from './board-csv.ts'

/** The board's figures as a file. What can't be read in the address is no file at all: links here are made by the board. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireManager(portal, request)
  const params = new URL(request.url).searchParams
  const wish = readPeriod(params, boardChoices(portal.env).today)
  const what = params.get('what') ?? 'figures'
  if (!wish.ok || (what !== 'figures' && what !== 'turnarounds')) throw notFound()
  const rows = exportBoard(portal.env, actor, { period: wish.period, service: params.get('service') || null })
  if (!rows) throw notFound()
  const { t } = await textsFor(portal, request)
  return csvResponse(`onetrip-${what}-${wish.period.from}-${wish.period.to}.csv`, boardCsv(what, rows, t))
}
