import { expect, test } from 'vitest'

import { publicName } from './public-name.ts'

test.each([['郑阿福', false, '郑＊'], ['Li Na', false, 'L＊'], ['𠮷野', false, '𠮷＊'], ['', false, '＊'], ['Willow Tea', true, 'Willow Tea']])('%s (company: %s) is shown as %s', (name, company, shown) => {
  expect(publicName(name, company)).toBe(shown)
})
