import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { asvsIds } from './asvs-ids.ts'
import { faultsOf, figuresOf, rowsOf, states } from './asvs-rows.ts'

const page = readFileSync('docs/security.md', 'utf8')
const rows = rowsOf(page)

/** Lines of the page that are neither a requirement nor the head of a table of them. */
const PROSE = page.split('\n').filter((line) => line !== '' && !/^\| (id|\d+\.\d+\.\d+) \||^\|---|^### V/.test(line))

describe('docs/security.md', () => {
  test('answers every requirement of levels 1 and 2 once, in the order of the standard', () => {
    expect(asvsIds).toHaveLength(253)
    expect(rows.map(({ id }) => id)).toEqual(asvsIds)
  })

  test('says of each what is asked, one of four states, and by what or why', () => {
    expect(rows.filter(({ state }) => !states.some((one) => one === state))).toEqual([])
    expect(rows.filter(({ asked, by }) => asked.length < 6 || by.length < 6)).toEqual([])
  })

  test('names for whatever is met files that exist, and titles that stand in them', () => {
    expect(rows.filter(({ state }) => state === 'met').flatMap(faultsOf)).toEqual([])
  })

  test('names nowhere a file that does not exist', () => {
    const files = [...page.matchAll(/`((?:app|audit|db|docs|tests|workflows)\/[^`]+)`/g)].map(([, path = '']) => ({ id: 'the page', asked: '', state: 'met', by: `\`${path}\`` }))
    expect(files.length).toBeGreaterThan(150)
    expect(files.flatMap(faultsOf)).toEqual([])
  })

  test('counts itself rightly', () => expect(page).toContain(figuresOf(rows)))

  test('is no longer than people read', () => expect(PROSE.length).toBeLessThanOrEqual(60))
})

describe('a row that says met', () => {
  const met = (by: string) => faultsOf({ id: '1.1.1', asked: 'x', state: 'met', by })

  test('shows it by a file and a title in it', () => expect(met('`tests/edges/asvs.test.ts` “counts itself rightly”')).toEqual([]))

  test.each([
    ['it is so', '1.1.1 is met by nothing'],
    ['`app/http/no-such-file.ts`', '1.1.1 names app/http/no-such-file.ts, and there is none'],
    ['`package.json`, `tests/nowhere.test.ts`', '1.1.1 names tests/nowhere.test.ts, and there is none'],
    ['`package.json` “no such title”', '1.1.1: “no such title” is not in package.json'],
  ])('and %s does not', (by, fault) => expect(met(by)).toEqual([fault]))
})
