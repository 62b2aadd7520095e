import { expect, test } from 'vitest'

import { samplePng } from '#db/demo/paperwork.ts'

import { MOST_PIXELS, picturePixels } from './picture-pixels.ts'

/** Segments of a JPEG: a marker and its content. */
const jpeg = (...segments: [marker: number, content: number[]][]): Uint8Array =>
  new Uint8Array([0xff, 0xd8, ...segments.flatMap(([marker, content]) => [0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255, ...content]), 0xff, 0xda, 0, 2, ...new Array<number>(16).fill(0)])
const frame = (width: number, height: number): number[] => [8, height >> 8, height & 255, width >> 8, width & 255, 3]

/** Bytes that decoders look past. */
const withStray = (content: Uint8Array): Uint8Array => new Uint8Array([...content.subarray(0, 2), 0, 7, 0xff, 0x00, 0xff, 0xd0, 0xff, 0xff, ...content.subarray(2)])

const deep = samplePng(1, 2, 3, 90, 120)
deep[24] = 16

test.each([
  ['a PNG', samplePng(1, 2, 3, 90, 120), 10_800],
  ['a PNG with 16 bits a colour', deep, 21_600],
  ['a JPEG', jpeg([0xe0, [1, 2, 3]], [0xc0, frame(4000, 3000)]), 12_000_000],
  ['a progressive JPEG', jpeg([0xc2, frame(65_535, 65_535)]), 65_535 * 65_535],
  ['a JPEG with two frames', jpeg([0xc0, frame(10, 10)], [0xc1, frame(5000, 5000)]), 25_000_000],
  ['a JPEG whose tables look like frames', jpeg([0xc4, frame(9000, 9000)], [0xc0, frame(10, 10)]), 100],
  ['a JPEG with stray bytes before its frame', withStray(jpeg([0xc0, frame(9000, 9000)])), 81_000_000],
  ['a JPEG that breaks off', jpeg([0xe0, [1]]).subarray(0, 8), 0],
  ['a PNG that breaks off', deep.subarray(0, 20), 0],
  ['no picture', new TextEncoder().encode('%PDF-1.7 and so on and so forth'), 0],
  ['nothing', new Uint8Array(0), 0],
])('%s says how many pixels it has', (_name, content, pixels) => expect(picturePixels(content)).toBe(pixels))

test('a telephone’s picture may be given', () => expect(picturePixels(jpeg([0xc0, frame(5712, 4284)]))).toBeLessThan(MOST_PIXELS))
