/** Longest note or explanation in somebody's own words, in characters. */
export const NOTE_LENGTH = 2000
