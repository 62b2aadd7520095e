const LARGEST = 5

/** A code in groups that are read out easily: of five or four characters each, longer ones first. */
export function evenGroups(code: string): string[] {
  const count = Math.ceil(code.length / LARGEST)
  const longer = code.length % count || count
  const short = Math.floor((code.length - 1) / count)
  const sizes = Array.from({ length: count }, (_, i) => (i < longer ? short + 1 : short))
  let at = 0
  return sizes.map((size) => code.slice(at, (at += size)))
}
