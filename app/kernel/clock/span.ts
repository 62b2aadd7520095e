/** A length of time: wd working days, d calendar days, h elapsed hours. */
export type Span = { amount: number; unit: 'wd' | 'd' | 'h' }
export type SpanProblem = { code: 'bad_span'; found: string }

const SHAPE = /^([1-9][0-9]{0,3})(wd|d|h)$/

/** '20wd', '10d', '48h': 1 to 9999 of a unit. Problem: bad_span for anything else. */
export function parseSpan(text: string): { ok: true; span: Span } | { ok: false; problem: SpanProblem } {
  const [, amount, unit] = SHAPE.exec(text) ?? []
  if (amount === undefined || !isUnit(unit)) return { ok: false, problem: { code: 'bad_span', found: text.slice(0, 40) } }
  return { ok: true, span: { amount: Number(amount), unit } }
}

/** The text parseSpan reads. */
export const formatSpan = (span: Span): string => `${span.amount}${span.unit}`

const isUnit = (unit: string | undefined): unit is Span['unit'] => unit === 'wd' || unit === 'd' || unit === 'h'
