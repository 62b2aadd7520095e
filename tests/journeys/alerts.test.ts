import { expect } from 'vitest'

import { raiseAlerts } from '#app/use-cases/security/raise-alerts.ts'

import { story } from './story.ts'

story('a clerk who looks cases up by number is asked why', async ({ enter, portal, look }) => {
  const clerk = await enter('staff-food')
  for (let number = 0; number < 10; number += 1) {
    await clerk.goto(`/desk/find?ref=QH-2026-00000${number}-0`)
    expect(clerk.path).toBe('/desk')
  }
  expect(await clerk.goto('/security')).toBe(404)
  await raiseAlerts(portal.env)

  const officer = await enter('staff-security')
  expect(officer.path).toBe('/security')
  await officer.lookAt('alerts')
  await officer.reads('何静')
  await officer.press('main table a')
  await officer.lookAt('alert')
  await officer.submit()
  await officer.lookAt('alert-refused')
  await officer.fill('note', '问过本人：误存了书签。')
  await officer.submit()
  expect(officer.path).toBe('/security')
  await officer.reads({ 'zh-CN': '没有告警', en: 'No alerts', ar: 'لا تنبيهات' }[look.lang])
  await officer.goto('/security?show=closed')
  await officer.lookAt('alerts-closed')
  await officer.press('main table a')
  await officer.reads('误存了书签')
  await officer.lookAt('alert-closed')
})
