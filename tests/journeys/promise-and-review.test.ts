import { expect } from 'vitest'

import { samplePdf } from '#db/demo/paperwork.ts'
import { submitted } from '#tests/factories/environment.ts'

import { claim } from './at-desk.ts'
import { workThrough } from './office.ts'
import { type Stage, story } from './story.ts'
import type { Visitor } from './visitor.ts'

const paper = { name: '户口本.pdf', mimeType: 'application/pdf', buffer: Buffer.from(samplePdf('household book')) }
const SAVE = 'main form[method="post"] button[type="submit"]:not([name])'
const calculated = { monthly_pension: 420_000, pension_starts_on: '2026-05-01' }

/** A pensioner whose records do not match, so that the household book is asked for. @returns the draft's address */
async function begin(citizen: Visitor, { env }: Stage['portal']): Promise<string> {
  const person = await env.store.people.find('citizen-904')
  const [pension] = await env.store.records.read([{ register: 'social_insurance', entity: 'pension', subject: person?.subject ?? '' }])
  if (!pension) throw new Error('no pension is held')
  await env.store.records.put([{ ...pension, data: { ...pension.data, records_agree: false } }])
  await citizen.goto('/services/retirement')
  await citizen.press('main form[method="post"] button')
  const draft = await citizen.agree()
  for (const [name, value] of [['claims_early_service', 'no'], ['wants_fund', 'no'], ['claims_one_child', 'yes']] as const) {
    await citizen.goto(`${draft}/${name}`)
    await citizen.choose(name, value)
    await citizen.submit()
  }
  return draft
}

async function handIn(citizen: Visitor, draft: string): Promise<string> {
  await citizen.goto(`${draft}/review`)
  await citizen.choose('declared', 'yes')
  await citizen.submit()
  return citizen.path.split('/')[2] ?? ''
}

story('a proof that is promised, a document that comes later, more time, and a result taken back', async ({ enter, portal, look }: Stage) => {
  const { env } = portal
  const t = portal.i18n.getFixedT(look.lang)
  const citizen = await enter('citizen-904')
  const draft = await begin(citizen, portal)
  for (const name of ['one_child_proof', 'household_book']) {
    await citizen.goto(`${draft}/${name}`)
    await citizen.lookAt(`promise-${name}`)
    await citizen.press('button[name="promise"]')
  }
  expect(citizen.path).toBe(`${draft}/review`)
  for (const kind of ['declared', 'later']) await citizen.reads(t(`apply:promise.${kind}.shown`))
  await citizen.lookAt('promise-review')
  await citizen.goto(`${draft}/one_child_proof`)
  await citizen.lookAt('promise-made')
  const ref = await handIn(citizen, draft)
  const state = async () => (await env.store.cases.loadByRef(ref))!

  const reviewer = await enter('staff-social-security-reviewer-1')
  await claim(reviewer, ref)
  await reviewer.reads(t('apply:promise.declared.shown'))
  await reviewer.page.locator('details:has(button[value="release"]) > summary').click()
  await reviewer.press('button[value="release"]')

  // The head sees the case without work on it, and may give it more time.
  const head = await enter('staff-social-security-head-1')
  await head.goto('/desk')
  await head.fill('ref', ref.toLowerCase())
  await head.press('form[action="/desk/find"] button')
  expect(head.path).toBe(`/desk/cases/${ref}`)
  await head.lookAt('desk-beside')
  await head.press('a[href$="/extend"]')
  await head.submit()
  await head.lookAt('desk-extend-refused')
  await head.choose('reason', 'file_elsewhere')
  await head.fill('text', '档案在外省，已去函调取。')
  await head.submit()
  await head.lookAt('desk-extended')
  expect((await state()).extended).toBe(10)

  await citizen.goto(`/cases/${ref}`)
  await citizen.reads('档案在外省，已去函调取。')
  await citizen.lookAt('supply-needed')
  await citizen.press(`a[href="/cases/${ref}/supply"]`)
  await citizen.lookAt('supply')
  await citizen.press('.govuk-task-list a')
  await citizen.submit()
  await citizen.lookAt('supply-question-refused')
  await citizen.upload('household_book', paper)
  await citizen.submit()
  expect(citizen.path).toBe(`/cases/${ref}`)
  await citizen.reads(t('cases:notice.supplied'))
  expect((await state()).answers.household_book?.file?.name).toBe(paper.name)

  await workThrough(env, await state(), { sets: calculated })
  expect((await state()).end).toBe('granted')
  await head.goto(`/desk/cases/${ref}/revoke`)
  await head.lookAt('desk-revoke')
  await head.choose('reason', 'drawn_twice')
  await head.submit()
  await head.lookAt('desk-revoke-unconfirmed')
  await head.choose('confirmed', 'yes')
  await head.submit()
  await head.lookAt('desk-revoked')
  await citizen.goto(`/cases/${ref}`)
  await citizen.lookAt('revoked')
  await citizen.goto(`/cases/${ref}/certificate`)
  await citizen.lookAt('revoked-certificate')
  const [certificate] = await env.store.cases.certificatesOf((await state()).id)
  await citizen.goto(`/certificates/${certificate?.code}.pdf`)
  expect(citizen.path).toBe(`/cases/${ref}/certificate`)
  await citizen.goto(`/verify/${certificate?.code}`)
  await citizen.reads(t('certificate:verify.revoked'))
  await citizen.lookAt('verify-revoked')
}, { seen: 'few' })

story('a refusal that is looked at again', async ({ enter, portal, look }: Stage) => {
  const { env } = portal
  const t = portal.i18n.getFixedT(look.lang)
  const citizen = await enter('citizen-904')
  const draft = await begin(citizen, portal)
  for (const name of ['one_child_proof', 'household_book']) {
    await citizen.goto(`${draft}/${name}`)
    await citizen.upload(name, paper)
    await citizen.press(SAVE)
  }
  const ref = await handIn(citizen, draft)
  const state = async () => (await env.store.cases.loadByRef(ref))!
  await workThrough(env, await state(), { outcomes: { decision: 'refuse' }, sets: calculated })
  expect((await state()).end).toBe('refused')
  await citizen.goto(`/cases/${ref}`)
  await citizen.lookAt('appeal-offered')
  await citizen.press(`a[href="/cases/${ref}/appeal"]`)
  await citizen.submit()
  await citizen.lookAt('appeal-refused')
  await citizen.fill('text', '我 1971 年出生，已满 50 周岁。')
  await citizen.submit()
  await citizen.reads(t('cases:appeal.asked'))
  await citizen.lookAt('appeal-asked')

  // The grounds are for whoever works on the review, and for nobody before.
  const judge = await enter('staff-justice-reviewer-1')
  await judge.goto(`/desk/cases/${ref}`)
  expect(await judge.text()).not.toContain('已满 50 周岁')
  await judge.press('button[value="claim"]')
  await judge.reads('已满 50 周岁')
  await judge.lookAt('desk-appeal')
}, { seen: 'few' })

story('questions that come once for each employee', async ({ enter, portal, look }: Stage) => {
  const { env } = portal
  const t = portal.i18n.getFixedT(look.lang)
  const owner = (await env.store.people.find('citizen-0000'))!
  const citizen = await enter(owner.id)
  await citizen.goto('/services/employer-insurance')
  await citizen.choose('for', `company:${owner.companies[0]!.code}`)
  await citizen.press('main form[method="post"] button')
  const draft = await citizen.agree()
  await citizen.goto(`${draft}/employees`)
  await citizen.fill('employees', '2')
  await citizen.submit()
  // All of the first employee, then all of the second.
  expect(citizen.path).toBe(`${draft}/employee_name.1`)
  await citizen.lookAt('item-name')
  for (const item of [1, 2]) {
    await citizen.fill(`employee_name.${item}`, `唐瑜${item}`)
    await citizen.submit()
    await citizen.fill(`employee_identity_number.${item}`, '330100199001010011')
    await citizen.submit()
    await citizen.submit()
    await citizen.lookAt('item-date-refused')
    await citizen.fillDate(`employee_starts_on.${item}`, '2026-04-01')
    await citizen.submit()
    await citizen.fill(`employee_wage.${item}`, '6500')
    await citizen.submit()
  }
  expect(citizen.path).toBe(`${draft}/review`)
  await citizen.lookAt('item-review')
  await citizen.goto(draft)
  await citizen.lookAt('item-list')
  const second = t('ui:item', { label: t('concepts:employee_wage.label'), number: '2' })
  await citizen.reads(second)
  expect(await citizen.goto(`${draft}/employee_name.3`)).toBe(200)
  expect(citizen.path).toBe(draft)

  const ref = await handIn(citizen, draft)
  await citizen.goto(`/cases/${ref}`)
  await citizen.page.locator('section:has(#answers) summary').click()
  await citizen.reads(second)
  const clerk = await enter('staff-social-security-clerk-1')
  await claim(clerk, ref)
  await clerk.reads(second)
  await clerk.lookAt('item-desk')
}, { seen: 'few' })

story('something made public, and a neighbour who objects', async ({ enter, portal, look }: Stage) => {
  const { env } = portal
  const t = portal.i18n.getFixedT(look.lang)
  const ref = await submitted(env, 'low-income-benefit', 'citizen-905')
  await workThrough(env, (await env.store.cases.loadByRef(ref))!, { sets: { income_per_head: 40_000 } })
  const stranger = await enter(null)
  await stranger.goto('/notices')
  await stranger.lookAt('notices')
  await stranger.press(`a[href="/notices/${ref}"]`)
  await stranger.reads('郑＊')
  expect(await stranger.page.content()).not.toContain('郑阿福')
  await stranger.lookAt('notice-visitor')

  const neighbour = await enter('citizen-0000')
  await neighbour.goto(`/notices/${ref}`)
  await neighbour.submit()
  await neighbour.lookAt('notice-refused')
  await neighbour.fill('text', '他家在城东还有一套房。')
  await neighbour.submit()
  await neighbour.reads(t('portal:notices.received'))
  await neighbour.lookAt('notice-objected')

  // The one it is about learns that somebody objected, and neither who nor what.
  const applicant = await enter('citizen-905')
  await applicant.goto(`/cases/${ref}`)
  await applicant.reads(t('cases:history.event.objected'))
  expect(await applicant.page.content()).not.toMatch(/林晓燕|城东/)
}, { seen: 'few' })
