/** A word that stands nowhere else, so that wherever it turns up somebody has been told it. */
export const CANARY = /ZQ[0-9A-Z]{8}QZ/g

/** Makes canaries, and remembers what each stands for. */
export type Mint = { planted: ReadonlyMap<string, string>; plant(what: string): string }

export function openMint(): Mint {
  const planted = new Map<string, string>()
  return {
    planted,
    plant: (what) => {
      const token = `ZQ${(planted.size * 7_919 + 46_656_001).toString(36).toUpperCase().padStart(8, '0')}QZ`
      planted.set(token, what)
      return token
    },
  }
}

/** Every canary in a text, each once. */
export const canariesIn = (text: string): string[] => [...new Set(text.match(CANARY) ?? [])]
