import type { LoaderFunctionArgs } from '@remix-run/node'

import { requireActor } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { stewardSources, usualPeriod } from '#app/use-cases/registers/steward-sources.ts'
import { readStewardPeriod } from '#app/view/steward/steward-period.ts'

import { qualityCsv } from './quality-csv.ts'

/** A steward's quality table as a file. What can't be read in the address is no file at all. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireActor(portal, request)
  const wish = readStewardPeriod(new URL(request.url).searchParams, usualPeriod(portal.env))
  const view = wish.ok ? await stewardSources(portal.env, actor, wish.period) : null
  if (!wish.ok || !view) throw notFound()
  const { t } = await textsFor(portal, request)
  const name = `onetrip-registers-${wish.period.from}-${wish.period.to}.csv`
  return new Response(qualityCsv(t, wish.period, view.registers), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' },
  })
}
