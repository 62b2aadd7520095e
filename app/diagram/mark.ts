/** How a case stands at a step, or at an end. */
export const marks = ['done', 'now', 'returned', 'to_come', 'not_needed'] as const
export type Mark = (typeof marks)[number]
