/** The lights by which a queue can be filtered, most urgent first. */
export const lightFilters = ['red', 'yellow', 'green', 'stopped'] as const
