import type { Mark } from './mark.ts'

/** Each mark has a form of its own, so that it is known without its colour: paths in a field of 16 × 16. */
const PATHS: Record<Mark, string> = {
  done: 'M4 8.5l2.7 2.7L12 5.5',
  now: 'M6 4.5l5 3.5-5 3.5z',
  returned: 'M12 11.5c0-3-1.5-4.5-4.5-4.5H4.5M7 4.2L4.2 7 7 9.8',
  to_come: 'M5 8h.1M8 8h.1M11 8h.1',
  not_needed: 'M4.5 8h7',
}

/** The mark as a round sign of 16 × 16 at a place, as SVG. */
export const markIcon = (mark: Mark, x: string, y: string): string =>
  `<g class="ot-flow__mark ot-flow__mark--${mark}" transform="translate(${x} ${y})"><circle cx="8" cy="8" r="7.5"/><path d="${PATHS[mark]}"/></g>`
