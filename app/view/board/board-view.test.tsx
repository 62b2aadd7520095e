// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import { languages } from '#app/i18n/languages.ts'
import { renderInLanguage } from '#app/ui/render-in-language.tsx'
import type { Board } from '#app/use-cases/board/board.ts'
import { viewBoard } from '#app/use-cases/board/view-board.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import { openMemoryStore } from '#db/memory/memory-store.ts'
import type { Tally, Turnaround } from '#db/store.ts'
import { buildCommit, buildSummary } from '#tests/factories/case-commit.ts'
import { at } from '#tests/factories/definition.ts'

import { BoardCharts } from './board-charts.tsx'
import { BoardFigures } from './board-figures.tsx'
import { DaysHistogram } from './days-histogram.tsx'
import { OpenWorkSection } from './open-work-section.tsx'
import { ServiceTable } from './service-table.tsx'
import { StepTable } from './step-table.tsx'

const service = 'restaurant-opening'
const manager = { kind: 'staff' as const, id: 'm', name: 'M', desks: ['market_regulation.manager'] }
const tally = (kind: Tally['kind'], day = '2026-03-10'): Tally => ({ day, service, kind, count: 1 })
const took = (step: string, days: number): Turnaround => ({ day: '2026-03-10', service, department: 'fire_rescue', step, whose: 'office', days })

/** Three came in, two were finished, one of them late; the fire review took long each time. */
async function boardOf(from: string, to: string): Promise<Board> {
  const { catalogue } = readCatalogue('workflows')
  if (!catalogue) throw new Error('the definitions are not sound')
  const store = openMemoryStore()
  const tallies = [tally('received', '2026-02-20'), tally('received'), tally('received'), tally('received'), tally('granted'), tally('on_time'), tally('refused'), tally('late')]
  const turnarounds = [took('', 4), took('', 15), ...[3, 4, 5, 5, 5].map((days) => took('fire_review', days))]
  await store.commit(buildCommit({ tallies, turnarounds, summary: buildSummary({ service }) }))
  const env = { store, catalogue, now: () => at('2026-03-31'), registers: () => builtInRegister(store.records), chance: makeChance() }
  const board = await viewBoard(env, manager, { period: { from, to }, service })
  if (!board) throw new Error('the manager must see the board')
  return board
}

describe.each(languages)('the board in %s', (language) => {
  it('has every text, and nothing personal', async () => {
    const board = await boardOf('2026-03-01', '2026-03-31')
    const { container } = renderInLanguage(<><BoardFigures board={board} /><BoardCharts board={board} /><DaysHistogram board={board} /><StepTable steps={board.steps} /><ServiceTable board={board} /><OpenWorkSection board={board} /></>, language)
    expect(container.querySelectorAll('figure')).toHaveLength(5)
    expect(container.textContent).not.toContain('Li Na')
    expect(container.textContent).not.toMatch(/REF-|fire_review|restaurant-opening/)
  })
})

it('names the slowest step in a title, with its limit', async () => {
  const { getByRole } = renderInLanguage(<BoardCharts board={await boardOf('2026-03-01', '2026-03-31')} />)
  expect(getByRole('heading', { name: 'Fire safety review is the slowest step: 9 of 10 within 5 working days, limit 3 working days' })).toBeTruthy()
})

it('shows figures with their change and target', async () => {
  const { container } = renderInLanguage(<BoardFigures board={await boardOf('2026-03-01', '2026-03-31')} />)
  const text = container.textContent?.replaceAll(/[\u2066\u2069]/g, '')
  expect(text).toContain('3Received+2 against the period before')
  expect(text).toContain('50%')
  expect(text).toContain('Target 90%: not reached')
})

it('says so when nothing happened in the period', async () => {
  const { container } = renderInLanguage(<BoardCharts board={await boardOf('2026-01-05', '2026-01-09')} />)
  expect(container.textContent).toContain('Nothing was received or finished in this period')
})
