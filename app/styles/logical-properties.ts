import type { Declaration, Plugin, Root, Rule } from 'postcss'

/** Left and right become start and end, so that one sheet serves every writing direction. */
const renamed = new Map<string, string>([
  ['left', 'inset-inline-start'],
  ['right', 'inset-inline-end'],
  ['border-top-left-radius', 'border-start-start-radius'],
  ['border-top-right-radius', 'border-start-end-radius'],
  ['border-bottom-right-radius', 'border-end-end-radius'],
  ['border-bottom-left-radius', 'border-end-start-radius'],
])
for (const [side, end] of [['left', 'start'], ['right', 'end']] as const) {
  for (const box of ['margin', 'padding', 'border', 'scroll-margin', 'scroll-padding'])
    renamed.set(`${box}-${side}`, `${box}-inline-${end}`)
  for (const part of ['width', 'style', 'color'])
    renamed.set(`border-${side}-${part}`, `border-inline-${end}-${part}`)
}

/** Shorthands whose second and fourth value are right and left: [block, inline]. */
const fourSided = new Map<string, [string, string]>([
  ['margin', ['margin-block', 'margin-inline']],
  ['padding', ['padding-block', 'padding-inline']],
  ['inset', ['inset-block', 'inset-inline']],
  ['border-width', ['border-block-width', 'border-inline-width']],
  ['border-style', ['border-block-style', 'border-inline-style']],
  ['border-color', ['border-block-color', 'border-inline-color']],
])

export function logicalProperties(): Plugin {
  return {
    postcssPlugin: 'logical-properties',
    Once(root: Root) {
      root.walkDecls(toLogical)
      root.walkRules(mirrorTurns)
    },
  }
}

function toLogical(declaration: Declaration): void {
  const { prop, value } = declaration
  const name = renamed.get(prop)
  if (name) declaration.prop = name
  else if (prop === 'text-align') declaration.value = sideOf(value, '')
  else if (prop === 'float' || prop === 'clear') flow(declaration)
  else if (prop === 'border-radius') splitCorners(declaration)
  else if (fourSided.has(prop)) splitSides(declaration, fourSided.get(prop)!)
}

const sideOf = (value: string, prefix: string) =>
  value === 'left' ? `${prefix}start` : value === 'right' ? `${prefix}end` : value

/** Browsers before 2023 know no `inline-start`: they keep the physical line before it. */
function flow(declaration: Declaration): void {
  const value = sideOf(declaration.value, 'inline-')
  if (value === declaration.value) return
  declaration.cloneBefore()
  declaration.value = value
}

function splitSides(declaration: Declaration, [block, inline]: [string, string]): void {
  const [top, right, bottom, left] = values(declaration.value)
  if (left === undefined || right === left) return
  declaration.cloneBefore({ prop: block, value: `${top} ${bottom}` })
  declaration.prop = inline
  declaration.value = `${left} ${right}`
}

function splitCorners(declaration: Declaration): void {
  if (declaration.value.includes('/')) return
  const [topLeft = '0', topRight = topLeft, bottomRight = topLeft, bottomLeft = topRight] = values(declaration.value)
  if (topLeft === topRight && bottomLeft === bottomRight) return
  declaration.cloneBefore({ prop: 'border-start-start-radius', value: topLeft })
  declaration.cloneBefore({ prop: 'border-start-end-radius', value: topRight })
  declaration.cloneBefore({ prop: 'border-end-end-radius', value: bottomRight })
  declaration.prop = 'border-end-start-radius'
  declaration.value = bottomLeft
}

/** Splits at spaces outside brackets: `0 max(1px, 2px)` is two values. */
const values = (value: string): string[] => value.match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/g) ?? []

/**
 * A chevron is a box with two borders, turned: its borders follow the direction by now, its turn must too.
 * The mirror image of a turn is the opposite turn.
 */
function mirrorTurns(rule: Rule): void {
  if (rule.selector.includes('[dir=rtl]') || rule.parent?.type === 'atrule' && /keyframes$/.test(Object(rule.parent).name)) return
  rule.each((node) => {
    if (node.type !== 'decl' || node.prop !== 'transform') return
    const mirrored = node.value.replace(/(rotate|translateX)\((-?)(?=\.?\d)/g, (_, name: string, minus: string) => `${name}(${minus ? '' : '-'}`)
    if (mirrored === node.value) return
    const copy = rule.clone({ selectors: rule.selectors.map((selector) => `[dir=rtl] ${selector}`), nodes: [] })
    copy.append(node.clone({ value: mirrored }))
    rule.after(copy)
  })
}
