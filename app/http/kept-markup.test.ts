import { expect, it } from 'vitest'

import { keptMarkup } from './kept-markup.ts'

const MINUTE = 60_000

/** Asks for pieces, and says which of them had to be rendered. */
function watched() {
  const rendered: string[] = []
  let at = 0
  const kept = keptMarkup(() => at)
  const ask = (key: string) => kept(key, () => (rendered.push(key), `<i>${key}</i>`))
  return { ask, rendered, wait: (ms: number) => void (at += ms) }
}

it('renders each piece once', () => {
  const { ask, rendered } = watched()
  expect(['a', 'b', 'a'].map(ask)).toEqual(['<i>a</i>', '<i>b</i>', '<i>a</i>'])
  expect(rendered).toEqual(['a', 'b'])
})

it('drops what nobody asked for in a while, and keeps what is asked for again and again', () => {
  const { ask, rendered, wait } = watched()
  ;['a', 'b'].map(ask)
  for (let times = 0; times < 3; times += 1) {
    wait(10 * MINUTE)
    ask('a')
  }
  ask('b')
  expect(rendered).toEqual(['a', 'b', 'b'])
})

it('drops the oldest where there are too many', () => {
  const { ask, rendered } = watched()
  for (let number = 0; number <= 20_000; number += 1) ask(`${number}`)
  const before = rendered.length
  expect([ask('20000'), ask('10000')].length).toBe(2)
  expect(rendered.length).toBe(before)
  ask('0')
  expect(rendered.length).toBe(before + 1)
})
