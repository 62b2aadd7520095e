import { expect } from 'vitest'

import { available } from '#app/kernel/case/available.ts'
import { claimTask, decideTask } from '#app/use-cases/answer-task.ts'
import { actor, submitted } from '#tests/factories/environment.ts'

import { type Stage, story } from './story.ts'

/** Answers the open task of a desk, as the desk's pages would. */
async function decided(portal: Stage['portal'], ref: string, person: string, outcome: string, reason: string | null): Promise<void> {
  const clerk = await actor<'staff'>(portal.env, person)
  const definition = portal.env.catalogue.services['disabled-parking-badge']!
  const offer = async (type: 'claim' | 'decide') => {
    const state = await portal.env.store.cases.loadByRef(ref)
    const found = state && available(definition, state, clerk).find((one) => one.type === type)
    if (!found || !('task' in found)) throw new Error(`${person} can not ${type}`)
    return found.task
  }
  await claimTask(portal.env, clerk, ref, await offer('claim'))
  const reasons = reason ? [{ code: reason, text: '走了两公里。' }] : []
  const result = await decideTask(portal.env, clerk, ref, await offer('decide'), { outcome, reasons, note: '', items: [], sets: {} })
  expect(result.ok).toBe(true)
}

story('an application taken back, another refused, and the pages beside the way', async ({ enter, portal, look }: Stage) => {
  const stranger = await enter(null)
  for (const [name, path, status] of [['sign-in', '/sign-in', 200], ['help', '/help', 200], ['verify', '/verify', 200], ['nothing-found', '/services?q=zzzzzz', 200], ['not-there', '/no/such/page', 404]] as const) {
    expect(await stranger.goto(path), path).toBe(status)
    await stranger.lookAt(name)
  }

  const citizen = await enter('citizen-0004')
  await citizen.goto('/cases')
  await citizen.lookAt('no-cases')
  await citizen.goto('/services/disabled-parking-badge')
  await citizen.press('main form[method="post"] button')
  const draft = await citizen.agree()
  await citizen.goto('/')
  await citizen.lookAt('home-with-draft')
  await citizen.goto(`${draft}/remove`)
  await citizen.lookAt('remove')
  await citizen.submit()
  expect(await citizen.goto(draft)).toBe(404)

  const first = await submitted(portal.env, 'disabled-parking-badge', 'citizen-0004')
  await citizen.goto(`/cases/${first}/withdraw`)
  await citizen.lookAt('withdraw')
  await citizen.submit()
  expect((await portal.env.store.cases.loadByRef(first))?.end).toBe('withdrawn')
  await citizen.goto(`/cases/${first}`)
  await citizen.lookAt('withdrawn')

  const second = await submitted(portal.env, 'disabled-parking-badge', 'citizen-0004')
  await decided(portal, second, 'staff-assessor', 'complete', null)
  await decided(portal, second, 'staff-assessor', 'not_eligible', 'walks_far_enough')
  await decided(portal, second, 'staff-welfare-head', 'refuse', 'walks_far_enough')
  await citizen.goto(`/cases/${second}`)
  await citizen.lookAt('refused')
  await citizen.goto(`/cases/${second}/letter`)
  await citizen.lookAt('letter')
  await citizen.reads('走了两公里。')
  await citizen.reads(portal.i18n.getFixedT(look.lang)('services/disabled-parking-badge:reasons.walks_far_enough'))

  // Larger text and a dark ground, kept from page to page.
  for (const [name, value] of [['mode', 'elder'], ['theme', 'dark']]) await citizen.press(`header button[name="${name}"][value="${value}"]`)
  expect(await citizen.page.locator('html').getAttribute('data-mode')).toBe('elder')
  await citizen.goto('/')
  await citizen.lookAt('home-elder-dark')
  await citizen.goto(`/cases/${second}`)
  await citizen.lookAt('refused-elder-dark')
})
