import { foldText, wordsOf } from './fold-text.ts'
import { scoreWord } from './score-word.ts'

/** A service as a search sees it: its words in every language, the reader's own first. */
export type SearchEntry = { id: string; theme: string; audience: 'person' | 'business'; texts: readonly SearchText[] }
export type SearchText = { title: string; summary: string; keywords: string }

export type SearchWish = { q: string; theme: string | null; audience: string | null }

export type Found = {
  /** Ids, best first; all of them in their own order when nothing is asked. */
  ids: readonly string[]
  /** How many of what the words find belong to each theme and audience: each counted without its own filter. */
  themes: Readonly<Record<string, number>>
  audiences: Readonly<Record<string, number>>
}

const FIELDS = [['title', 3], ['keywords', 2], ['summary', 1]] as const

/** Words in another language than the reader's count for less. */
const OTHER_LANGUAGE = 0.5

/** Searches services by what people call them: forgiving about spelling, strict about nothing. */
export function searchServices(entries: readonly SearchEntry[], { q, theme, audience }: SearchWish): Found {
  const words = wordsOf(q)
  const scored = entries.map((entry) => ({ entry, score: words.length === 0 ? 1 : scoreEntry(entry, words) }))
  const hits = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score).map(({ entry }) => entry)
  const ofTheme = hits.filter((entry) => theme === null || entry.theme === theme)
  const ofAudience = hits.filter((entry) => audience === null || entry.audience === audience)
  return {
    ids: ofTheme.filter((entry) => ofAudience.includes(entry)).map(({ id }) => id),
    themes: countBy(ofAudience, (entry) => entry.theme),
    audiences: countBy(ofTheme, (entry) => entry.audience),
  }
}

/** Half of the words must be found; little words between them ("my", "a") then do no harm. */
function scoreEntry(entry: SearchEntry, words: readonly string[]): number {
  const scores = words.map((word) => Math.max(...entry.texts.map((text, i) => scoreText(text, word) * (i === 0 ? 1 : OTHER_LANGUAGE))))
  const found = scores.filter((score) => score > 0).length
  return found * 2 >= words.length ? scores.reduce((sum, score) => sum + score, 0) : 0
}

const scoreText = (text: SearchText, word: string): number => Math.max(...FIELDS.map(([field, weight]) => weight * scoreWord(word, foldText(text[field]))))

function countBy(entries: readonly SearchEntry[], of: (entry: SearchEntry) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const entry of entries) counts[of(entry)] = (counts[of(entry)] ?? 0) + 1
  return counts
}
