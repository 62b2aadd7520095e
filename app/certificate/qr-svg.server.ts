import { toString as qrCode } from 'qrcode'

/** A QR code as SVG markup, with the quiet zone a reader needs. */
export const qrSvg = (text: string): Promise<string> => qrCode(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
