import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { toString as qrCode } from 'qrcode'

import template from './certificate.typ?raw'
import type { CertificatePrinter, CertificateText, Picture, Printed } from './certificate-printer.ts'
import { fontCoverage, missingGlyphs } from './font-coverage.ts'

/** Chinese first: it has Latin letters and the characters of rare names too. */
const FONTS = [
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
]
/** Results of the compiler that nobody asked for again in so many prints are forgotten. */
const KEPT_PRINTS = 10

type Press = { compiler: NodeCompiler; coverage: readonly ReadonlySet<number>[] }
let press: Press | null = null

/** The process's printer: fonts are loaded at the first print, and kept. */
export const certificatePrinter: CertificatePrinter = {
  async print(text, url, picture) {
    press ??= openPress()
    const missing = missingGlyphs(wordsOf(text), press.coverage)
    if (missing.length > 0) return { ok: false, reason: 'no_glyph', characters: missing }
    const qr = Buffer.from(await qrCode(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 }))
    // A picture that can't be read must not keep anybody from their certificate.
    const pdf = compile(press, text, qr, picture) ?? compile(press, text, qr, null)
    if (!pdf) throw new Error('the certificate does not compile')
    return { ok: true, pdf } satisfies Printed
  },
}

function openPress(): Press {
  const require = createRequire(import.meta.url)
  const paths = FONTS.map((font) => require.resolve(font))
  const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontPaths: paths.map((path) => dirname(path)) }] })
  // Both weights of a font hold the same characters.
  const coverage = [paths[0], paths[2]].map((path) => fontCoverage(readFileSync(path ?? '')))
  return { compiler, coverage }
}

/** In one go, without a pause: what is mapped in for one certificate is gone before the next. Null: does not compile. */
function compile({ compiler }: Press, text: CertificateText, qr: Buffer, picture: Picture | null): Uint8Array | null {
  const path = picture && `/portrait.${picture.kind}`
  compiler.mapShadow('/qr.svg', qr)
  if (picture && path) compiler.mapShadow(path, Buffer.from(picture.content))
  try {
    const compiled = compiler.compile({ mainFileContent: template, inputs: { data: JSON.stringify({ ...text, picture: path }) } })
    const { result } = compiled
    return result && result.numOfPages > 0 ? compiler.pdf(result, { pdfStandard: 'ua-1' }) : null
  } finally {
    compiler.resetShadow()
    compiler.evictCache(KEPT_PRINTS)
  }
}

/** Every word that will be drawn. */
const wordsOf = (text: CertificateText): string => JSON.stringify(text)
