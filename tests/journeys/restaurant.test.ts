import { expect } from 'vitest'

import { samplePdf } from '#db/demo/paperwork.ts'

import { answer, choose, claim, confirm, preview } from './at-desk.ts'
import { type Stage, story } from './story.ts'
import type { Visitor } from './visitor.ts'

const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(samplePdf(name)) })

/** From the search to the task list of a new application. */
async function start(owner: Visitor, { look }: Stage): Promise<void> {
  await owner.goto('/')
  await owner.lookAt('home')
  await owner.fill('q', { 'zh-CN': '饭店', en: 'restaurant', ar: 'مطعم' }[look.lang])
  await owner.press('main form[action="/services"] button')
  await owner.lookAt('search')
  await owner.press('a[href="/services/restaurant-opening"]')
  await owner.lookAt('guide')
  await owner.choose('for', (await owner.page.locator('main input[name="for"]').first().getAttribute('value')) ?? '')
  await owner.submit()
  await owner.agree()
  expect(owner.path).toMatch(/^\/apply\/[0-9a-f-]+$/)
  await owner.lookAt('apply-list')
}

/** One question, saved; the next one opens by itself. */
async function give(owner: Visitor, draft: string, name: string, fill: () => Promise<void>): Promise<void> {
  await owner.goto(`${draft}/${name}`)
  await owner.lookAt(`question-${name}`)
  await fill()
  await owner.submit()
  expect(owner.path).not.toBe(`${draft}/${name}`)
}

async function applyFor(owner: Visitor): Promise<string> {
  const draft = owner.path
  await owner.goto(`${draft}/records`)
  await owner.lookAt('apply-records')
  const premises = () => owner.page.locator('main input[name="premises"]').first().check({ force: true })
  await give(owner, draft, 'premises', premises)
  await give(owner, draft, 'kitchen', () => owner.choose('kitchen', 'hot'))
  await give(owner, draft, 'gas_supply', () => owner.choose('gas_supply', 'piped'))
  await give(owner, draft, 'seats', () => owner.fill('seats', '60'))
  await give(owner, draft, 'food_safety_manager', () => owner.fill('food_safety_manager', '龚䶮'))
  await give(owner, draft, 'food_safety_training', () => owner.fill('food_safety_training', 'SP-2026-001'))
  await give(owner, draft, 'floor_plan', () => owner.upload('floor_plan', pdf('plan.pdf')))
  await give(owner, draft, 'has_signboard', () => owner.choose('has_signboard', 'no'))
  await owner.goto(`${draft}/review`)
  await owner.lookAt('apply-review')
  await owner.choose('declared', 'yes')
  await owner.submit()
  expect(owner.path).toMatch(/^\/cases\/[0-9A-Z-]+\/receipt$/)
  await owner.lookAt('receipt')
  return owner.path.split('/')[2] ?? ''
}

/** Food safety asks for a new plan, fire safety for the seats: the applicant reads one letter. */
async function returnFromTwo({ enter, portal }: Stage, ref: string): Promise<void> {
  const food = await enter('staff-food')
  await claim(food, ref)
  await choose(food, 'return')
  await food.lookAt('desk-return')
  await preview(food)
  await food.lookAt('desk-return-empty')
  expect(await food.page.locator('.govuk-error-summary').count(), food.page.url() + (await food.text())).toBe(1)
  await food.choose('items', 'floor_plan')
  await food.select('reason-floor_plan', 'plan_lacks_kitchen')
  await food.fill('text-floor_plan', 'https://example.org <b>kitchen?</b>')
  await preview(food)
  await food.lookAt('desk-return-preview')
  await confirm(food)
  const state = await portal.env.store.cases.loadByRef(ref)
  expect(state?.segments.at(-1)?.whose).toBe('office')
  const fire = await enter('staff-fire')
  await claim(fire, ref)
  await choose(fire, 'return')
  await fire.choose('items', 'seats')
  await fire.select('reason-seats', 'seats_contradict_plan')
  await preview(fire)
  await confirm(fire)
}

/** The applicant sees what is asked and why, the stopped clock, and answers only that. */
async function correct(owner: Visitor, { portal }: Stage, ref: string): Promise<void> {
  await owner.goto('/cases')
  await owner.lookAt('my-cases')
  await owner.goto(`/cases/${ref}`)
  await owner.lookAt('case-returned')
  expect(await owner.page.locator(`a[href="/cases/${ref}/correct"]`).count()).toBeGreaterThan(0)
  const stopped = await portal.env.store.cases.loadByRef(ref)
  expect(stopped?.segments.at(-1)?.whose).toBe('applicant')
  portal.clock.now += 2 * 86_400_000
  await owner.goto(`/cases/${ref}/correct`)
  await owner.lookAt('correct-list')
  expect(await owner.goto(`/cases/${ref}/correct/kitchen`)).toBe(404)
  await owner.goto(`/cases/${ref}/correct/floor_plan`)
  await owner.lookAt('correct-file')
  await owner.upload('floor_plan', pdf('better plan.pdf'))
  await owner.submit()
  await owner.goto(`/cases/${ref}/correct/seats`)
  await owner.lookAt('correct-seats')
  await owner.fill('seats', '58')
  await owner.submit()
  await owner.goto(`/cases/${ref}/correct`)
  await owner.submit()
  expect(owner.path).toBe(`/cases/${ref}`)
  await owner.lookAt('case-again')
}

/** One visit for both departments; each reports. */
async function inspect({ enter }: Stage, ref: string): Promise<void> {
  const food = await enter('staff-food-inspector')
  await claim(food, ref)
  await food.fillDate('on', '2026-03-06')
  await food.press('button[value="schedule_visit"]')
  await food.lookAt('desk-visit')
  await choose(food, 'pass')
  await confirm(food)
  await answer(await enter('staff-fire-inspector'), ref, 'pass')
}

story('a restaurant, from the search to the verified certificate', async (stage) => {
  const { enter, portal } = stage
  const owner = await enter('citizen-0000')
  await start(owner, stage)
  const ref = await applyFor(owner)

  const both = await enter('staff-clerk-head')
  await both.lookAt('desk-queue')
  await both.press('form[action="/desk/next"] button')
  expect(both.path).toBe(`/desk/cases/${ref}`)
  await choose(both, 'accept')
  await confirm(both)

  portal.clock.now += 3_600_000
  await returnFromTwo(stage, ref)
  await correct(owner, stage, ref)
  portal.clock.now += 3_600_000
  await answer(await enter('staff-food'), ref, 'ok')
  const fire = await enter('staff-fire')
  await claim(fire, ref)
  await choose(fire, 'ok')
  await fire.choose('fire_class', 'high')
  await preview(fire)
  await fire.lookAt('desk-sets-preview')
  await confirm(fire)
  await inspect(stage, ref)
  await owner.goto(`/cases/${ref}`)
  await owner.lookAt('case-inspected')

  // Who accepted may not decide: no button, the reason instead, and a forged post is refused.
  await both.goto(`/desk/cases/${ref}`)
  await both.lookAt('desk-four-eyes')
  expect(await both.page.locator('button[value="claim"]').count()).toBe(0)
  const forged = await both.page.request.post(`${portal.url}/desk/cases/${ref}`, {
    form: { intent: 'claim', task: 'decision', round: 1, desk: 'market_regulation.head', version: 1 },
    headers: { Origin: portal.url },
  })
  expect(forged.status()).toBe(409)

  await answer(await enter('staff-head'), ref, 'approve')
  await owner.goto(`/cases/${ref}`)
  await owner.lookAt('case-granted')
  await owner.goto(`/cases/${ref}/certificate`)
  await owner.lookAt('certificate')
  const state = await portal.env.store.cases.loadByRef(ref)
  const code = state?.results[0]?.code ?? ''
  const file = await owner.page.request.get(`${portal.url}/certificates/${code}.pdf`)
  expect([file.status(), (await file.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])

  const anybody = await enter(null)
  expect(await anybody.goto(`/verify/${code}`)).toBe(200)
  await anybody.lookAt('verified')
  expect(await anybody.goto(`/verify/${code.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`)).toBe(404)
  await anybody.lookAt('not-verified')

  // The two days the applicant took are theirs, not the office's.
  const visit = state?.tasks['joint_inspection:1']
  expect([state?.end, visit?.visitOn, visit?.parts.length, state?.returns.examine?.length]).toEqual(['granted', '2026-03-06', 2, 1])
  expect(state?.segments.map((segment) => segment.whose)).toEqual(['office', 'applicant', 'office'])
}, { seen: 'all' })
