/** Plot coordinates run from 0 to 100 both ways; the drawing is stretched to its place. */

/** A largest value that reads well, with the lines below it: 0, 5, 10, 15 for a largest of 13. */
export function niceTicks(largest: number, about = 4): number[] {
  if (!(largest > 0)) return [0, 1]
  const raw = largest / about
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= raw)!
  const count = Math.ceil(largest / step - 1e-9)
  return Array.from({ length: count + 1 }, (_, index) => tidy(index * step))
}

/** Height from the top: 0 lies at 100. */
export const yOf = (value: number, top: number): number => tidy(100 - (value / top) * 100)

/** The middle of the nth of `count` equal columns; from the right in Arabic. */
export function xOf(index: number, count: number, rightToLeft: boolean): number {
  const x = ((index + 0.5) / count) * 100
  return tidy(rightToLeft ? 100 - x : x)
}

/** Where a bar of this share starts, and how long it is, along the line of reading. */
export function spanOf(before: number, value: number, total: number, rightToLeft: boolean): { x: number; width: number } {
  const width = total > 0 ? (value / total) * 100 : 0
  const x = total > 0 ? (before / total) * 100 : 0
  return { x: tidy(rightToLeft ? 100 - x - width : x), width: tidy(width) }
}

/** A line through the values; a month without one breaks it. */
export function linePath(values: readonly (number | null)[], top: number, rightToLeft: boolean): string {
  return values
    .map((value, index) => {
      if (value === null) return ''
      const start = index === 0 || values[index - 1] === null
      return `${start ? 'M' : 'L'}${xOf(index, values.length, rightToLeft)} ${yOf(value, top)}`
    })
    .join('')
}

const tidy = (value: number): number => Math.round(value * 100) / 100
