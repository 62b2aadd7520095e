/** Draws what was not drawn before. @param key says all that a picture depends on */
export type KeptPictures = (key: string, draw: () => string) => string

/** Keeps the pictures asked for last. @param most of them */
export function keptPictures(most: number): KeptPictures {
  const kept = new Map<string, string>()
  return (key, draw) => {
    const picture = kept.get(key) ?? draw()
    kept.delete(key)
    kept.set(key, picture)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return picture
  }
}
