/** How long what a case holds is kept once it has ended, and by which rule. Null years: for ever. */
export type RetentionRule = { years: number | null; basis: string }

/** A retention schedule (保管期限表). */
export type RetentionSchedule = {
  /** Days after which a draft that nobody touched is deleted, and how many days before its applicant is told. */
  drafts: { untouchedDays: number; warnedDays: number }
  default: RetentionRule
  /** By service. */
  services: Readonly<Record<string, RetentionRule>>
}

export const retentionOf = ({ services, default: usual }: RetentionSchedule, service: string): RetentionRule =>
  Object.hasOwn(services, service) ? (services[service] ?? usual) : usual

/** Where there is no schedule, nothing is destroyed. */
export const keptForEver: RetentionSchedule = { drafts: { untouchedDays: 180, warnedDays: 14 }, default: { years: null, basis: '' }, services: {} }

/** The same day and hour some years on, or before (negative); 29 February becomes 1 March. Epoch ms. */
export function yearsLater(at: number, years: number): number {
  const date = new Date(at)
  return date.setUTCFullYear(date.getUTCFullYear() + years)
}
