import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { type Language, languages } from '#app/i18n/languages.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'
import { randomDefinition } from '#tests/factories/random-definition.ts'

import { allServices, keysOnly, serviceNamed, textsIn } from './all-services.fixture.ts'
import { flowGraph } from './flow-graph.ts'
import { type Picture, placeGraph } from './place-graph.ts'
import type { Shape } from './shape.ts'
import { textWidth } from './wrap-text.ts'

type Solid = Exclude<Shape, { shape: 'way' | 'frame' }>
const isSolid = (shape: Shape): shape is Solid => shape.shape !== 'way' && shape.shape !== 'frame'
const overlap = (a: Solid, b: Solid) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const placed = (definition: Definition, lang: Language, marked = false): Picture => placeGraph({ lang, marked }, flowGraph(textsIn(lang), definition))

/** Pairs of shapes of which one lies on the other, and shapes that leave the picture. */
function faults({ width, height, shapes }: Picture): Solid[][] {
  const solid = shapes.filter(isSolid)
  const pairs = solid.flatMap((a, i) => solid.slice(i + 1).flatMap((b) => (overlap(a, b) ? [[a, b]] : [])))
  return [...pairs, ...solid.filter((one) => one.x < 0 || one.y < 0 || one.x + one.width > width || one.y + one.height > height).map((one) => [one])]
}

describe.each(languages)('pictures in %s', (lang) => {
  test('have nothing upon anything, marked or not', () => {
    for (const definition of allServices) {
      expect(faults(placed(definition, lang)), definition.service).toEqual([])
      expect(faults(placed(definition, lang, true)), definition.service).toEqual([])
    }
  })

  test('keep their words in their boxes', () => {
    for (const definition of allServices) {
      for (const shape of placed(definition, lang).shapes) {
        if (shape.shape !== 'box') continue
        for (const line of shape.titles) expect(textWidth(line, 14.5), line).toBeLessThanOrEqual(shape.width)
        for (const line of shape.details) expect(textWidth(line, 13), line).toBeLessThanOrEqual(shape.width)
      }
    }
  })

  test('fit a phone unless a service has ends far apart', () => {
    const wide = allServices.filter((definition) => placed(definition, lang).width > 328).map(({ service }) => service)
    expect(wide.toSorted()).toEqual(['company-start-up', 'disabled-parking-badge', 'invoice-approval', 'newborn', 'retirement'])
  })
})

test('from the right is the mirror of from the left', () => {
  const graph = flowGraph(keysOnly, serviceNamed('newborn'))
  const [left, right] = [placeGraph({ lang: 'en', marked: false }, graph), placeGraph({ lang: 'ar', marked: false }, graph)]
  const boxes = ({ shapes }: Picture) => shapes.filter((shape) => shape.shape === 'box')
  expect(boxes(right).map(({ x, width }) => Math.round(right.width - x - width))).toEqual(boxes(left).map(({ x }) => Math.round(x)))
})

test('any flow is laid out without overlaps, each step in it once', () => {
  fc.assert(
    fc.property(randomDefinition, (definition) => {
      const picture = placeGraph({ lang: 'en', marked: false }, flowGraph(keysOnly, definition))
      expect(faults(picture)).toEqual([])
      const names = picture.shapes.flatMap((shape) => (shape.shape === 'box' ? [shape.node.name] : []))
      expect(new Set(names).size).toBe(names.length)
      const known = new Set(nodesOf(definition).flatMap((node) => ('name' in node ? [node.name] : [])))
      expect(names.filter((name) => !known.has(name))).toEqual([])
      const waiting = picture.shapes.flatMap((shape) => (shape.shape === 'box' ? shape.after : []))
      expect(picture.shapes.filter((shape) => shape.shape === 'way' && shape.dotted)).toHaveLength(waiting.length)
    }),
    { numRuns: 200 },
  )
})
