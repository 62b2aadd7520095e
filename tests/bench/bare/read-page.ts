import { JSDOM } from 'jsdom'

import type { PageTree } from './page-tree.ts'

/** What React wants to be called otherwise. */
const NAMES: Readonly<Record<string, string>> = { class: 'className', for: 'htmlFor', charset: 'charSet', tabindex: 'tabIndex', novalidate: 'noValidate', colspan: 'colSpan', enctype: 'encType' }

/** A page that was served, as its elements. */
export const treeOf = (html: string): PageTree => elementTree(new JSDOM(html).window.document.documentElement)

function elementTree(element: Element): PageTree {
  const attributes = Object.fromEntries([...element.attributes].filter(({ name }) => name !== 'style').map(({ name, value }) => [NAMES[name] ?? name, value]))
  const children = [...element.childNodes].flatMap((node): (PageTree | string)[] => (node.nodeType === 1 ? [elementTree(node as Element)] : node.nodeType === 3 ? [node.textContent ?? ''] : []))
  return [element.localName, attributes, children]
}
