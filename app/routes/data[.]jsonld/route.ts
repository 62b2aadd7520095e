import type { LoaderFunctionArgs } from '@remix-run/node'

import { addressesAt } from '#app/dcat/addresses.ts'
import { describeCatalogue } from '#app/dcat/describe-catalogue.ts'
import { saidInAll } from '#app/dcat/said-in-all.ts'
import { portalOf } from '#app/portal.server.ts'

/** The data catalogue for machines. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { env, i18n } = portalOf(context)
  const described = describeCatalogue({ catalogue: env.catalogue, addresses: addressesAt(new URL(request.url).origin), say: saidInAll(i18n) })
  return new Response(JSON.stringify(described), { headers: { 'Content-Type': 'application/ld+json', 'Cache-Control': 'public, max-age=3600' } })
}
