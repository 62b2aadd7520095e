import type { TFunction } from 'i18next'

import { certificateText, verifyAddress } from '#app/certificate/certificate-text.ts'
import { qrSvg } from '#app/certificate/qr-svg.server.ts'
import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { OpenCertificate } from '#app/use-cases/open-certificates.ts'

/** A certificate as the page shows it, with its pictures in it. */
export async function certificateView(t: TFunction, lang: Language, origin: string, { certificate, definition, suspendedUntil, picture }: OpenCertificate) {
  return {
    code: certificate.code,
    revokedOn: certificate.revokedOn && formatDate(certificate.revokedOn, lang),
    suspended: certificate.suspendedOn && suspendedUntil ? { from: formatDate(certificate.suspendedOn, lang), until: formatDate(suspendedUntil, lang) } : null,
    text: certificateText(t, lang, definition, certificate, origin),
    qr: await qrSvg(verifyAddress(origin, certificate.code)),
    picture: picture && `data:${picture.mediaType};base64,${Buffer.from(picture.content).toString('base64')}`,
  }
}

export type CertificateView = Awaited<ReturnType<typeof certificateView>>
