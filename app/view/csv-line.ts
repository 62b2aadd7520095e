/** First characters that make a spreadsheet run a cell as a formula; some take the full-width ones for the same. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

/**
 * A record of RFC 4180, ending in CRLF. A text that a spreadsheet would take for a formula gets an apostrophe before it
 * (OWASP, CSV injection); numbers are ours, and stay numbers.
 */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cellOf).join(',')}\r\n`

function cellOf(cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) || safe !== cell ? `"${safe.replaceAll('"', '""')}"` : safe
}
