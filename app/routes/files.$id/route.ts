import type { LoaderFunctionArgs } from '@remix-run/node'

import { requireActor } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { requireAssurance } from '#app/http/require-assurance.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { definitionOfCase } from '#app/use-cases/definition-of-case.ts'
import { openFile } from '#app/use-cases/open-file.ts'

/**
 * An uploaded file, always as something to save: nothing that somebody uploaded runs under this site's name.
 * Until it has been scanned, where that is done, it is not to be had. `nosniff` is on every answer already (server.ts).
 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireActor(portal, request)
  const ref = new URL(request.url).searchParams.get('case')
  const definition = ref === null ? null : await definitionOfCase(portal.env, actor, ref)
  if (definition) await requireAssurance(portal, request, definition)
  const found = await openFile(portal.env, actor, params.id ?? '', ref)
  if (!found) throw notFound()
  const { file, content } = found
  if (!content) throw new Response(null, { status: 503, headers: { 'Retry-After': '60', 'Cache-Control': 'no-store' } })
  // Copied: a store's bytes may lie in memory that it shares.
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': file.mediaType,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeRfc5987(file.name)}`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    },
  })
}

/** RFC 5987 leaves fewer characters as they are than encodeURIComponent does. */
const encodeRfc5987 = (name: string): string => encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
