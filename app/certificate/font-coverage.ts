/** The code points a TrueType or OpenType font has a glyph for, read from its `cmap` table (formats 4 and 12). */
export function fontCoverage(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const covered = new Set<number>()
  for (const table of cmapTables(view)) {
    const format = view.getUint16(table)
    if (format === 12) readGroups(view, table, covered)
    if (format === 4) readSegments(view, table, covered)
  }
  return covered
}

/** Where the subtables for Unicode begin. */
function cmapTables(view: DataView): number[] {
  const cmap = findTable(view, 'cmap')
  if (cmap === null) return []
  const entries = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) => cmap + 4 + i * 8)
  const unicode = entries.filter((entry) => view.getUint16(entry) === 0 || (view.getUint16(entry) === 3 && [1, 10].includes(view.getUint16(entry + 2))))
  return [...new Set(unicode.map((entry) => cmap + view.getUint32(entry + 4)))]
}

function findTable(view: DataView, tag: string): number | null {
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const record = 12 + i * 16
    const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)))
    if (name === tag) return view.getUint32(record + 8)
  }
  return null
}

/** Format 12: groups of start, end and the first glyph; glyph 0 is "no glyph". */
function readGroups(view: DataView, table: number, covered: Set<number>): void {
  for (let i = 0; i < view.getUint32(table + 12); i += 1) {
    const group = table + 16 + i * 12
    const [start, end, glyph] = [view.getUint32(group), view.getUint32(group + 4), view.getUint32(group + 8)]
    for (let code = start; code <= end; code += 1) if (glyph + code - start !== 0) covered.add(code)
  }
}

/** Format 4: parallel arrays of segments; the glyph is the code plus a delta, or looked up behind the offsets. */
function readSegments(view: DataView, table: number, covered: Set<number>): void {
  const size = view.getUint16(table + 6)
  const [ends, starts, deltas, offsets] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size].map((at) => table + at) as [number, number, number, number]
  for (let i = 0; i < size; i += 2) {
    const [start, end, delta, offset] = [starts, ends, deltas, offsets].map((at) => view.getUint16(at + i)) as [number, number, number, number]
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph = offset === 0 ? code : view.getUint16(offsets + i + offset + 2 * (code - start))
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) covered.add(code)
    }
  }
}

/** Characters of a text that no font draws; those that never have a shape of their own (joiners, direction marks) do not count. */
export const missingGlyphs = (text: string, fonts: readonly ReadonlySet<number>[]): string[] =>
  [...new Set(text)].filter((char) => !/[\s\p{Default_Ignorable_Code_Point}]/u.test(char) && !fonts.some((font) => font.has(char.codePointAt(0) ?? 0)))
