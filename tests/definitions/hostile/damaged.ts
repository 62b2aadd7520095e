import { readFileSync } from 'node:fs'

import { type Hostile, times } from './hostile.ts'

const lines = readFileSync('tests/definitions/tree/services/stall-permit/service.yaml', 'utf8').split('\n')
const tables = readFileSync('tests/definitions/tree/services/stall-permit/tables.yaml', 'utf8')
const STRANGE = ['', '- ', '[', '}', ': ', 'null', '__proto__', '&a *a', '!!x', '\u202e', '999999999999', '"', 'do: []', '{}', '~', 'true', 'parallel: []', '- else:']

/** A generator of its own, so that the number of a definition names it. */
function drawer(seed: number): (below: number) => number {
  let state = seed + 1
  return (below) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return (state >> 8) % below
  }
}

/** A sound service of every word, with some lines taken out, doubled, moved, or made strange. */
export const damaged: readonly Hostile[] = times(300, (seed) => {
  const draw = drawer(seed)
  const broken = [...lines]
  for (let count = 1 + draw(3); count > 0; count -= 1) {
    const [from, to] = [draw(broken.length), draw(broken.length)]
    const line = broken[from] ?? ''
    const cut = draw(line.length + 1)
    const strange = STRANGE[draw(STRANGE.length)] ?? ''
    const kinds = [() => broken.splice(from, 1), () => broken.splice(to, 0, line), () => broken.splice(from, 1, line.slice(0, cut) + strange + line.slice(cut)), () => broken.splice(from, 1, line.slice(0, cut)), () => broken.splice(from, 1, broken[to] ?? '')]
    kinds[draw(kinds.length)]?.()
  }
  return { name: `damaged ${seed}`, definition: broken.join('\n'), tables }
})
