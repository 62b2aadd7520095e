import { expect, test } from 'vitest'

import { keptPictures } from './kept-pictures.ts'

test('a picture is drawn once, and again after others took its room', () => {
  const drawn: string[] = []
  const kept = keptPictures(2)
  const ask = (key: string) => kept(key, () => `${key}${drawn.push(key)}`)
  expect([ask('a'), ask('b'), ask('a')]).toEqual(['a1', 'b2', 'a1'])
  expect([ask('c'), ask('a'), ask('b')]).toEqual(['c3', 'a1', 'b4'])
  expect(drawn).toEqual(['a', 'b', 'c', 'b'])
})
