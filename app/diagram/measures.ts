/** Sizes in px at a font size of 16. Two boxes beside each other in two frames fit a phone of 360 px. */
export const measures = {
  box: 136,
  /** Between an edge and the words inside it. */
  padding: 8,
  /** Between neighbours. */
  gap: 12,
  /** Between one step and the next: room for an arrow. */
  drop: 22,
  title: 14.5,
  titleLine: 19,
  detail: 13,
  detailLine: 17,
  diamond: 20,
  pill: 30,
} as const
