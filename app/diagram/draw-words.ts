import { escapeXml } from './escape-xml.ts'

/** A line of text as SVG, its middle at `x`, its base line at `y`. */
export const drawLine = (kind: 'title' | 'detail' | 'word', text: string, x: number, y: number): string =>
  `<text class="ot-flow__${kind}" x="${round(x)}" y="${round(y)}">${escapeXml(text)}</text>`

/** One below the other. @returns SVG, and where the next line's top is */
export function drawLines(kind: 'title' | 'detail', lines: readonly string[], x: number, top: number, height: number): { svg: string; next: number } {
  const svg = lines.map((line, i) => drawLine(kind, line, x, top + i * height + height * 0.76)).join('')
  return { svg, next: top + lines.length * height }
}

/** No more figures than an eye can see. */
export const round = (value: number): string => String(Math.round(value * 10) / 10)
