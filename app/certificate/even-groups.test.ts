import { expect, it } from 'vitest'

import { evenGroups } from './even-groups.ts'

it.each([
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', ['ABCDE', 'FGHIJ', 'KLMN', 'OPQR', 'STUV', 'WXYZ']],
  ['ABCDEFGHIJ', ['ABCDE', 'FGHIJ']],
  ['ABC', ['ABC']],
  ['', []],
])('splits %s', (code, groups) => expect(evenGroups(code)).toEqual(groups))
