import { expect, it } from 'vitest'

import { halfHiddenName } from './half-hidden-name.ts'

it.each([
  ['王秀兰', '王*兰'],
  ['李娜', '李*'],
  ['欧阳修文', '欧**文'],
  ['𠮷田兰', '𠮷*兰'],
  ['John Smith', 'J*** S****'],
  ['محمد علي', 'م*** ع**'],
  ['', ''],
])('hides most of %s', (name, hidden) => expect(halfHiddenName(name)).toBe(hidden))
