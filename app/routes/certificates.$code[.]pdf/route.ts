import { type LoaderFunctionArgs, redirect } from '@remix-run/node'

import { certificateText, verifyAddress } from '#app/certificate/certificate-text.ts'
import { certificatePrinter } from '#app/certificate/make-pdf.server.ts'
import { requireCitizen } from '#app/http/actor.server.ts'
import { requireAssurance } from '#app/http/require-assurance.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { PRIVATE } from '#app/http/require-case.server.ts'
import { textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { openCertificate } from '#app/use-cases/open-certificates.ts'

/** A certificate as a PDF, for its applicant only; of one that was taken back or is set aside there is none. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizen(portal, request)
  const opened = await openCertificate(portal.env, actor, params.code ?? '')
  if (!opened) throw notFound()
  const { certificate, definition, picture } = opened
  await requireAssurance(portal, request, definition)
  if (certificate.revokedOn !== null || certificate.suspendedOn !== null) return redirect(`/cases/${certificate.ref}/certificate`, { headers: PRIVATE })
  const { t, lang } = await textsFor(portal, request)
  const { origin } = new URL(request.url)
  const text = certificateText(t, lang, definition, certificate, origin)
  const portrait = picture && { content: picture.content, kind: picture.mediaType === 'image/png' ? ('png' as const) : ('jpeg' as const) }
  const printed = await certificatePrinter.print(text, verifyAddress(origin, certificate.code), portrait)
  if (!printed.ok) {
    portal.log.error({ certificate: certificate.number, characters: printed.characters.map((char) => `U+${char.codePointAt(0)?.toString(16).toUpperCase()}`) }, 'no glyph for a certificate')
    return redirect(`/cases/${certificate.ref}/certificate?unprintable=1`, { headers: PRIVATE })
  }
  const headers = { ...PRIVATE, 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${certificate.number}.pdf"` }
  return new Response(printed.pdf as BodyInit, { headers })
}
