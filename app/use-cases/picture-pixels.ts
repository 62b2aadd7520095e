/** What a picture may come to when it is drawn: about 100 MB of memory, and more than telephones take (24 megapixels). */
export const MOST_PIXELS = 25_000_000

/**
 * How many pixels a picture says it has, before anybody unpacks it: a few kilobytes can stand for gigabytes (CWE-409).
 * A PNG with 16 bits a colour counts twice, as it takes twice the memory. 0 for what is no PNG or JPEG, or doesn't say.
 */
export function picturePixels(content: Uint8Array): number {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  if (content.length >= PNG_HEAD && view.getUint32(0) === PNG) return view.getUint32(16) * view.getUint32(20) * (content[24] === 16 ? 2 : 1)
  return content.length >= 4 && view.getUint16(0) === JPEG ? jpegPixels(view) : 0
}

const PNG = 0x89504e47
const PNG_HEAD = 26
const JPEG = 0xffd8
/** Markers with the size of a frame, but for those of tables that share their range (ITU-T T.81, table B.1). */
const isFrame = (marker: number): boolean => marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
/** Markers that nothing follows. */
const isBare = (marker: number): boolean => marker <= 0xff01 || (marker >= 0xffd0 && marker <= 0xffd9)
const START_OF_SCAN = 0xffda

/** The largest frame before the first scan: which one counts is a decoder's choice. */
function jpegPixels(view: DataView): number {
  let pixels = 0
  for (let at = 2; at + 9 <= view.byteLength; ) {
    const marker = view.getUint16(at)
    // Decoders look past bytes that belong to no marker, and any number of 0xff may stand before one.
    if (marker < 0xff00 || marker === 0xffff) at += 1
    else if (marker === START_OF_SCAN) return pixels
    else if (isBare(marker)) at += 2
    else {
      if (isFrame(marker)) pixels = Math.max(pixels, view.getUint16(at + 5) * view.getUint16(at + 7))
      at += 2 + view.getUint16(at + 2)
    }
  }
  return pixels
}
