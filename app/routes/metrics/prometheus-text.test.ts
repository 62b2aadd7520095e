import { expect, it } from 'vitest'

import { prometheusText } from './prometheus-text.ts'

it('writes help, type and samples, a line each', () => {
  const samples = [{ labels: { service: 'restaurant-opening', light: 'red' }, value: 2 }, { value: 0.5 }]
  expect(prometheusText([{ name: 'onetrip_open_cases', help: 'Open cases.', type: 'gauge', samples }])).toBe(
    '# HELP onetrip_open_cases Open cases.\n# TYPE onetrip_open_cases gauge\nonetrip_open_cases{service="restaurant-opening",light="red"} 2\nonetrip_open_cases 0.5\n',
  )
})

it('escapes what would end a label or a line', () => {
  const text = prometheusText([{ name: 'x', help: 'a\\b\nc', type: 'counter', samples: [{ labels: { service: 'a"b\\c\nd' }, value: 1 }] }])
  expect(text).toBe('# HELP x a\\\\b\\nc\n# TYPE x counter\nx{service="a\\"b\\\\c\\nd"} 1\n')
})
