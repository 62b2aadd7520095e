import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCondition } from './parse.ts'
import { printCondition } from './print.ts'
import { type Expression, type Test } from './syntax.ts'

const here = { from: 0, to: 0 }
const node = <T extends object>(value: T): T & typeof here => ({ ...value, ...here })

/** Any tree, well typed or not. */
const { expression } = fc.letrec<{ leaf: Expression; expression: Expression; test: Test }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom('a', 'seats', 'fire_class', 'x1', '__proto__').map((name) => node({ kind: 'name', name } as const)),
    fc.constantFrom('0', '1', '-1', '0.5', '-12.25', '100').map((text) => node({ kind: 'number', text } as const)),
    fc.string({ unit: 'binary', maxLength: 4 }).map((value) => node({ kind: 'text', value } as const)),
    fc.boolean().map((value) => node({ kind: 'boolean', value } as const)),
    fc.constantFrom('2026-01-31', '1999-12-01').map((value) => node({ kind: 'date', value } as const)),
    fc.constant(node({ kind: 'null' } as const)),
  ),
  test: fc.oneof(
    tie('expression').map((value) => node({ kind: 'value', value } as const)),
    fc
      .tuple(tie('expression'), tie('expression'), fc.boolean(), fc.boolean())
      .map(([low, high, lowOpen, highOpen]) => node({ kind: 'range', low, high, lowOpen, highOpen } as const)),
  ),
  expression: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'tree' },
    tie('leaf'),
    fc.tuple(tie('expression'), fc.constantFrom('negate', 'not')).map(([operand, kind]) => node({ kind, operand }) as Expression),
    fc
      .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/'), tie('expression'))
      .map(([left, operator, right]) => node({ kind: 'arithmetic', operator, left, right }) as Expression),
    fc
      .tuple(tie('expression'), fc.constantFrom('=', '!=', '<', '<=', '>', '>='), tie('expression'))
      .map(([left, operator, right]) => node({ kind: 'compare', operator, left, right }) as Expression),
    fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(([operand, low, high]) => node({ kind: 'between', operand, low, high } as const)),
    fc.tuple(tie('expression'), fc.array(tie('test'), { minLength: 1, maxLength: 3 })).map(([operand, tests]) => node({ kind: 'in', operand, tests } as const)),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('expression'), { minLength: 2, maxLength: 3 }))
      .map(([kind, parts]) => node({ kind, parts }) as Expression),
  ),
}))

const withoutPlaces = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'from' || key === 'to' ? undefined : inner)))

describe('printCondition', () => {
  it('prints what parses back to the same tree', () => {
    fc.assert(
      fc.property(expression, (tree) => {
        const source = printCondition(tree)
        fc.pre(source.length <= 1000)
        const parsed = parseCondition(source)
        if (!parsed.ok && parsed.problem.code === 'too_deep') return
        expect(parsed.ok ? withoutPlaces(parsed.condition) : { source, ...parsed }).toEqual(withoutPlaces(tree))
      }),
      { numRuns: 3000 },
    )
  })
})
