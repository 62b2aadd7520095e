import type { Language } from '#app/i18n/languages.ts'

/** A certificate's texts in the reader's language, ready to be drawn. `dir` is the direction of the value itself. */
export type CertificateText = {
  lang: Language
  title: string
  authority: { label: string; value: string }
  city: string
  holder: string
  lines: readonly { label: string; value: string; dir: 'ltr' | 'rtl' }[]
  number: { label: string; value: string }
  issued: { label: string; value: string }
  valid: { label: string; value: string }
  code: { label: string; value: string }
  /** How anybody can check it. */
  check: string
}

export type Picture = { content: Uint8Array; kind: 'png' | 'jpeg' }

export type Printed = { ok: true; pdf: Uint8Array } | { ok: false; reason: 'no_glyph'; characters: readonly string[] }

/** Draws a certificate as a PDF of one page. */
export type CertificatePrinter = {
  /** @param url what the QR code says @param picture of the holder */
  print(text: CertificateText, url: string, picture: Picture | null): Promise<Printed>
}
