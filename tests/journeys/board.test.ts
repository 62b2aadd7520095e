import { expect } from 'vitest'

import { type Stage, story } from './story.ts'

story('a manager finds the slowest step and takes the figures along', async ({ enter, portal }: Stage) => {
  const manager = await enter('staff-manager')
  await manager.goto('/board')
  await manager.lookAt('board')
  expect(await manager.page.locator('main svg').count()).toBeGreaterThan(1)
  expect(await manager.page.locator('main table').count()).toBeGreaterThan(2)
  await manager.press('a[href^="/board/services/"]')
  await manager.lookAt('board-service')
  expect(await manager.goto('/board?from=2026-03-01&to=2026-01-01')).toBe(422)
  await manager.lookAt('board-wrong-dates')
  expect(await manager.goto('/board?from=2025-01-01&to=2025-01-31')).toBe(200)
  await manager.lookAt('board-empty')
  const csv = await manager.page.request.get(`${portal.url}/board/export.csv?what=turnarounds`)
  const bytes = await csv.body()
  expect([csv.status(), [...bytes.subarray(0, 3)], csv.headers()['content-disposition']?.startsWith('attachment')]).toEqual([200, [0xef, 0xbb, 0xbf], true])
  expect(bytes.toString('utf8').split('\r\n').length).toBeGreaterThan(5)
}, { begins: 'lived' })
