import { readFileSync } from 'node:fs'

/** For tests: the markup govuk-frontend publishes for one example of a component. */
export function govukFixture(component: string, name: string): string {
  const file = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`
  const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: { name: string; html: string }[] }
  const found = fixtures.find((fixture) => fixture.name === name)
  if (!found) throw new Error(`${component} has no fixture "${name}": ${fixtures.map((fixture) => fixture.name).join(', ')}`)
  return outline(found.html)
}

// What the sheet and assistive technology depend on; scripts' hooks are left out, since we ship none of theirs.
const kept = ['aria-current', 'aria-describedby', 'class', 'for', 'href', 'id', 'inputmode', 'name', 'role', 'type', 'value']

/** One line an element, so that a difference is easy to read. */
export function outline(html: string): string {
  const holder = document.createElement('div')
  holder.innerHTML = html
  return [...holder.children].map((element) => lines(element, '')).join('\n')
}

// The order of classes means nothing.
function words(name: string, value: string): string {
  const parts = value.trim().split(/\s+/)
  return (name === 'class' ? parts.sort() : parts).join(' ')
}

function lines(element: Element, indent: string): string {
  const attributes = kept
    .filter((name) => element.getAttribute(name))
    .map((name) => ` ${name}="${words(name, element.getAttribute(name)!)}"`)
  const text = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent!.trim()).join(' ').trim()
  const own = `${indent}<${element.tagName.toLowerCase()}${attributes.join('')}>${text ? ` ${text}` : ''}`
  return [own, ...[...element.children].map((child) => lines(child, `${indent}  `))].join('\n')
}
