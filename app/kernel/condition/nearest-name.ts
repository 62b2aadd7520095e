/** The declared name an author most likely meant: at most a third of the letters, and no more than 3, differ. Else null. */
export function nearestName(wanted: string, names: readonly string[]): string | null {
  const most = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)))
  let best: { name: string; distance: number } | null = null
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) > most) continue
    const distance = editDistance(wanted, name)
    if (distance <= most && (best === null || distance < best.distance)) best = { name, distance }
  }
  return best?.name ?? null
}

/** Levenshtein distance in UTF-16 code units. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const change = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      line.push(Math.min(change, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1))
    }
    above = line
  }
  return above[b.length] ?? 0
}
