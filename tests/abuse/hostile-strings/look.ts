import { JSDOM } from 'jsdom'

const { window } = new JSDOM('')
const parser = new window.DOMParser()

/** What a browser makes of a page: its elements with the names of their attributes, in order; what is read; what stands in attributes. */
export type Look = { shape: string; text: string; values: ReadonlySet<string> }

export function lookAt(html: string): Look {
  const { documentElement: root } = parser.parseFromString(html, 'text/html')
  const elements = [root, ...root.querySelectorAll('*')]
  const values = new Set<string>()
  const shape = elements.map((element) => {
    const names = element.getAttributeNames()
    for (const name of names) values.add(element.getAttribute(name) ?? '')
    return `${element.tagName}[${names.join()}]`
  })
  for (const area of root.querySelectorAll('textarea')) values.add(area.textContent ?? '')
  return { shape: shape.join('\n'), text: root.textContent ?? '', values }
}

/** Is this text on the page, letter by letter, as words or as the value of a field? */
export const shows = ({ text, values }: Look, wanted: string): boolean => text.includes(wanted) || values.has(wanted)

/** Where two pages come apart first. */
export function difference(one: string, other: string): string | null {
  if (one === other) return null
  const [left, right] = [one.split('\n'), other.split('\n')]
  const at = left.findIndex((line, i) => line !== right[i])
  return `element ${at}: ${left[at] ?? 'nothing'} where a harmless text makes ${right[at] ?? 'nothing'}`
}
