import { expect, it } from 'vitest'

import { wishOf } from './wish-of.ts'

it.each([
  ['', { q: '', theme: null, audience: null }],
  ['q=+licence+&theme=health&for=person', { q: 'licence', theme: 'health', audience: 'person' }],
  ['q=x&theme=<b>&for=../..', { q: 'x', theme: null, audience: null }],
  ['theme=&for=', { q: '', theme: null, audience: null }],
])('reads %j', (query, wish) => expect(wishOf(new URLSearchParams(query))).toEqual(wish))

it('reads no more of a query than anybody means', () => expect(wishOf(new URLSearchParams({ q: 'x'.repeat(9999) })).q).toHaveLength(200))
