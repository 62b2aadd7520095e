import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { readDefinition } from '#app/kernel/definition/read-definition.ts'
import { buildDefinition, trialSource, trialSurroundings } from '#tests/factories/definition.ts'
import { because, held, Play, stranger, typed } from '#tests/factories/play.ts'

type Step = Record<string, unknown>

const task = (name: string, more: Step = {}): Step => ({ task: name, by: 'fire.reviewer', within: '1wd', outcomes: ['ok', 'bad'], reasons: { bad: ['r'] }, ...more })
const granted = { end: 'granted' }
const { name, verdict, kind, size } = trialSource.data

/** A definition of the trial service with another flow, and with what can be answered at once. */
const withFlow = (flow: readonly Step[], more: Step = {}) => buildDefinition({ data: { name, kind, size }, requires: [], on: {}, flow: [...flow, granted], ...more })
const answers = (howMany = 60) => ({ name: held('name', 'Li Na'), kind: typed('large'), size: typed(howMany) })
const play = (flow: readonly Step[], howMany = 60, more: Step = {}) => new Play(withFlow(flow, more)).submit(answers(howMany))

/** What is wrong with a flow, by code. */
function refused(flow: readonly Step[], ending: readonly Step[] = [granted]): string[] {
  const read = readDefinition({ ...trialSource, data: { name, kind, size }, requires: [], on: {}, flow: [...flow, ...ending] }, trialSurroundings)
  return read.ok ? [] : read.problems.map(({ code }) => code)
}

describe('a flow', () => {
  test('does its steps in order', () => {
    const played = play([task('one'), task('two')])
    expect(played.open()).toEqual(['one:1'])
    expect(played.answer('a', 'one', 'ok').open()).toEqual(['two:1'])
  })

  test('takes one branch and goes on behind it, whichever it was', () => {
    const flow = [{ choose: [{ when: 'size > 50', do: [task('many')] }, { else: null, do: [task('few')] }] }, task('after')]
    expect(play(flow, 60).answer('a', 'many', 'ok').open()).toEqual(['after:1'])
    expect(play(flow, 5).answer('a', 'few', 'ok').open()).toEqual(['after:1'])
  })

  const some = [{ parallel: [task('one', { when: 'size > 10' }), task('two', { when: 'size > 20' }), task('three', { when: 'size > 30' })] }, task('after')]
  test('begins as many branches as their conditions let through', () => {
    expect(play(some, 5).open()).toEqual(['after:1'])
    expect(play(some, 25).open()).toEqual(['one:1', 'two:1'])
    expect(play(some, 60).open()).toEqual(['one:1', 'two:1', 'three:1'])
  })

  test('waits for the branches that were begun, and for no others', () => {
    const two = play(some, 25).answer('a', 'one', 'ok')
    expect(two.open()).toEqual(['two:1'])
    expect(two.answer('b', 'two', 'ok').open()).toEqual(['after:1'])
  })

  test('does an each as often as was counted when it was reached, all at once', () => {
    const each = play([{ each: 'people', of: 'size', do: [task('look')] }, task('after')], 3, { data: { name, kind, size: { ask: 'integer', range: [0, 9] } } })
    expect(each.open()).toEqual(['look.1:1', 'look.2:1', 'look.3:1'])
    for (const item of [3, 1, 2]) each.answer(`a${item}`, `look.${item}`, 'ok')
    expect(each.open()).toEqual(['after:1'])
  })

  test('lets a step wait for one of another branch, and not where that is not needed', () => {
    const linked = [{ parallel: [task('one', { when: 'size > 10' }), task('two', { after: ['one'] })] }]
    expect(play(linked, 60).open()).toEqual(['one:1'])
    expect(play(linked, 60).answer('a', 'one', 'ok').open()).toEqual(['two:1'])
    expect(play(linked, 5).open()).toEqual(['two:1'])
  })

  test('ends where it says end, with that end', () => {
    const flow = [task('one'), { choose: [{ when: 'one = "bad"', do: [{ end: 'refused' }] }, { else: null, do: [task('two')] }] }]
    expect(play(flow).answer('a', 'one', 'bad', { reasons: because('r') }).state).toMatchObject({ end: 'refused' })
  })
})

describe('what comes from outside', () => {
  test('counts only while it is awaited', () => {
    const notice = play([task('one'), { wait: 'notice', for: 'notice', objections: true, within: '3d' }, task('after')])
    const object = { type: 'object', wait: 'notice', text: 'Too loud.' } as const
    expect(notice.give(stranger, object).problem).toEqual({ code: 'not_open', what: 'notice' })
    notice.answer('a', 'one', 'ok')
    expect(notice.give(stranger, object).problem).toBeNull()
    expect(notice.on('2026-03-10').expire('wait:notice').open()).toEqual(['after:1'])
    expect(notice.give(stranger, object).problem).toEqual({ code: 'not_open', what: 'notice' })
  })

  test('is not waited for when a register has kept it from before', () => {
    const flow = [{ wait: 'exam', when: 'verdict = null', for: 'record', record: 'people.person', within: '20wd', else: 'lapsed' }, task('after')]
    const definition = withFlow(flow, { data: { name, verdict } })
    const known = (value: string | null) => new Play(definition).submit({ name: held('name', 'Li Na'), verdict: held('verdict', value) })
    expect(known('fit').open()).toEqual(['after:1'])
    expect(known(null).open()).toEqual([])
  })
})

describe('refused when it is read:', () => {
  test('an end that would cut off other branches', () => {
    expect(refused([{ parallel: [[task('one'), { end: 'refused' }], task('two')] }])).toContain('end_in_parallel')
  })

  test('steps that wait for each other in a circle', () => {
    expect(refused([{ parallel: [task('one', { after: ['two'] }), task('two', { after: ['one'] })] }])).toContain('after')
  })

  test('a way that runs out without an end', () => expect(refused([task('one')], [])).toContain('no_end'))

  test('a jump back to a step', () => expect(refused([task('one'), { jump: 'one' }])).toContain('unknown_word'))
})

describe('docs/workflow-patterns.md', () => {
  const rows = readFileSync('docs/workflow-patterns.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| \d+ \|/.test(line))
    .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))

  test('has the 43 patterns, each once, in order', () => {
    expect(rows.map(([number]) => Number(number))).toEqual(Array.from({ length: 43 }, (_, i) => i + 1))
    expect(new Set(rows.map(([, title]) => title)).size).toBe(43)
  })

  test.each(rows.map(([number = '', title = '', , support = '', test = '']) => ({ number, title, support, test })))('$number $title: is refused, or has a test that is there', ({ support, test: where }) => {
    expect(['yes', 'refused']).toContain(support)
    const [, path, title] = /\[(?:[^\]]+)\]\(\.\.\/([^)]+)\): (.+)$/.exec(where) ?? []
    if (support === 'refused' && where === '') return
    expect(path, where).toBeDefined()
    expect(existsSync(path ?? ''), path).toBe(true)
    expect(readFileSync(path ?? '', 'utf8')).toMatch(new RegExp(`(test|it)\\(\\s*'${title?.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}'`))
  })
})
