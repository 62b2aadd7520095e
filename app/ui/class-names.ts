/** Joins class names, leaving out what is false or absent. */
export const classNames = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ')
