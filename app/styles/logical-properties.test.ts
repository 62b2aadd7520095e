import postcss from 'postcss'
import { describe, expect, it } from 'vitest'

import { logicalProperties } from './logical-properties.ts'

const convert = (css: string) => postcss([logicalProperties()]).process(css, { from: undefined }).css

describe('logicalProperties', () => {
  it.each([
    ['margin-left: 1px', 'margin-inline-start: 1px'],
    ['padding-right: 1px', 'padding-inline-end: 1px'],
    ['border-left: 2px solid', 'border-inline-start: 2px solid'],
    ['border-left-color: red', 'border-inline-start-color: red'],
    ['border-top-left-radius: 6px', 'border-start-start-radius: 6px'],
    ['left: 0', 'inset-inline-start: 0'],
    ['text-align: right', 'text-align: end'],
    ['float: left', 'float: left; float: inline-start'],
  ])('turns %s into %s', (physical, logical) => {
    expect(convert(`a { ${physical} }`)).toBe(`a { ${logical} }`)
  })

  it.each(['margin: 0 auto', 'padding: 1px 2px 3px', 'margin: 1px 2px 3px 2px', 'text-align: center', 'border-radius: 6px'])(
    'leaves %s, which is the same on both sides',
    (declaration) => expect(convert(`a { ${declaration} }`)).toBe(`a { ${declaration} }`),
  )

  it('splits a four-value shorthand into block and inline', () => {
    expect(convert('a { margin: 5px 20px 10px 0 }')).toBe('a { margin-block: 5px 10px; margin-inline: 0 20px }')
    expect(convert('a { padding: 0 max(1px, env(x, 2px)) 0 3px }')).toBe(
      'a { padding-block: 0 0; padding-inline: 3px max(1px, env(x, 2px)) }',
    )
  })

  it('gives each corner its logical name when the sides differ', () => {
    expect(convert('a { border-radius: 6px 0 }')).toBe(
      'a { border-start-start-radius: 6px; border-start-end-radius: 0; border-end-end-radius: 6px; border-end-start-radius: 0 }',
    )
  })

  it('keeps importance', () => {
    expect(convert('a { margin: 1px 2px 3px 4px !important }')).toBe(
      'a { margin-block: 1px 3px !important; margin-inline: 4px 2px !important }',
    )
  })

  it('turns the back link\'s chevron the other way in a right-to-left page', () => {
    const css = convert('.back::before { border-width: 1px 1px 0 0; transform: rotate(225deg) }')
    expect(css).toContain('border-inline-width: 0 1px')
    expect(css).toContain('[dir=rtl] .back::before { transform: rotate(-225deg) }')
  })

  it('leaves keyframes alone', () => {
    const css = '@keyframes spin { to { transform: rotate(90deg) } }'
    expect(convert(css)).toBe(css)
  })
})
