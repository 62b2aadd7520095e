/** Letters that Arabic readers write one for another; marks (harakat, hamza) have gone by then. */
const ARABIC: Readonly<Record<string, string>> = { '\u0629': '\u0647', '\u0649': '\u064a', '\u0671': '\u0627', '\u0640': '' }

/** What two spellings of one word have in common: width, case, accents and Arabic letter forms no longer tell them apart. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u0629\u0649\u0671\u0640]/g, (letter) => ARABIC[letter] ?? letter)

/** Longest query that is read; what comes after is not what anybody calls a service. */
const LENGTH = 200

/** The words of a query, folded; a run of Chinese is one word, an Arabic word loses its article. */
export const wordsOf = (query: string): string[] =>
  [...new Set(foldText(query.slice(0, LENGTH)).match(/\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+/gu) ?? [])].map((word) => word.replace(/^\u0627\u0644(?=..)/, ''))
