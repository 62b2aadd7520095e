import { type CST, Lexer, type LineCounter, Parser } from 'yaml'

/** Lists and groups in each other: fourteen parallels in each other need forty-eight. */
export const MAX_DEPTH = 64
/** Words and signs of a file; the largest of ours has four thousand. */
const MAX_TOKENS = 25_000

export type Tokens = { ok: true; tokens: CST.Token[] } | { ok: false; offset: number; message: string }

/**
 * The tokens of a YAML text, as far as it is no larger or deeper than any definition: what comes afterwards walks them
 * level by level, and must neither run out of stack nor keep anybody waiting.
 * @param lines is told where each line begins
 */
export function tokensOf(text: string, lines: LineCounter): Tokens {
  const parser = new Parser(lines.addNewLine)
  const tokens: CST.Token[] = []
  let count = 0
  lines.addNewLine(0)
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme))
    count += 1
    if (parser.stack.length > MAX_DEPTH) return { ok: false, offset: parser.offset, message: `lists and groups stand in each other more than ${MAX_DEPTH} levels deep: write the parts one after the other, or as a service of their own` }
    if (count > MAX_TOKENS) return { ok: false, offset: parser.offset, message: `this file holds more than ${MAX_TOKENS} words and signs: split it` }
  }
  tokens.push(...parser.end())
  return { ok: true, tokens }
}
