/** Counts what was tried, so that a file can say how much it tried. */
export type Counter = { made: number; of<T>(attempt: Promise<T>): Promise<T> }

export function counter(): Counter {
  const counted: Counter = {
    made: 0,
    of: (attempt) => {
      counted.made += 1
      return attempt
    },
  }
  return counted
}
