import { expect } from 'vitest'

import type { Environment } from '#app/use-cases/environment.ts'
import { openDraft } from '#app/use-cases/open-draft.ts'
import { samplePdf } from '#db/demo/paperwork.ts'

import { choose, claim, confirm } from './at-desk.ts'
import { partOf, workThrough } from './office.ts'
import { type Stage, story } from './story.ts'
import type { Visitor } from './visitor.ts'

const paper = { name: '合同.pdf', mimeType: 'application/pdf', buffer: Buffer.from(samplePdf('lease')) }

/** Begins an application and answers, one page after the other, all that is asked. @returns the case's ref */
async function apply(env: Environment, person: string, citizen: Visitor, service: string, given: Readonly<Record<string, string>>): Promise<string> {
  await citizen.goto(`/services/${service}`)
  await citizen.lookAt(`${service}-guide`)
  await citizen.press('main form[method="post"] button')
  await citizen.lookAt(`${service}-list`)
  const draft = await citizen.agree()
  for (let i = 0; i < 40; i += 1) {
    const next = await nextQuestion(env, person, draft)
    if (next === null) break
    await citizen.goto(`${draft}/${next.name}`)
    await fill(citizen, next, given)
    await citizen.submit()
  }
  await citizen.goto(`${draft}/review`)
  await citizen.lookAt(`${service}-review`)
  await citizen.choose('declared', 'yes')
  await citizen.submit()
  await citizen.lookAt(`${service}-receipt`)
  return citizen.path.split('/')[2] ?? ''
}

/** What the task list shows as still to be answered, first. */
async function nextQuestion(env: Environment, person: string, draft: string): Promise<{ name: string; type: string; picks: boolean } | null> {
  const open = await openDraft(env, { kind: 'citizen', id: person, name: '', companies: [] }, draft.split('/')[2] ?? '')
  const field = open?.fields.find((one) => one.state === 'todo')?.field
  return field ? { name: field.name, type: field.type.type, picks: (open?.draft.options[field.name] ?? []).length > 0 } : null
}

async function fill(citizen: Visitor, { name, type, picks }: { name: string; type: string; picks: boolean }, given: Readonly<Record<string, string>>): Promise<void> {
  if (picks || type === 'choice' || type === 'yes_no') return citizen.choose(name, given[name] ?? (await citizen.page.locator(`main input[name="${name}"]`).first().getAttribute('value')) ?? '')
  if (type === 'date') return citizen.fillDate(name, given[name] ?? '2026-04-01')
  if (type === 'file') return citizen.upload(name, paper)
  await citizen.fill(name, given[name] ?? (type === 'integer' || type === 'money' ? '5' : '清河'))
}

story('a child is born: five certificates in one application, and one part refused', async ({ enter, portal: { env } }: Stage) => {
  const parent = await enter('citizen-901')
  const ref = await apply(env, 'citizen-901', parent, 'newborn', { wants_refund: 'yes' })
  await parent.goto(`/cases/${ref}`)
  await parent.lookAt('newborn-case')

  // The police look at the entry, and one clerk writes it into the household book.
  const entry = await partOf(env, ref, 'household_entry')
  const clerk = await enter('staff-public-security-clerk-1')
  await claim(clerk, entry.ref)
  await choose(clerk, 'accept')
  await confirm(clerk)
  await workThrough(env, entry, { sets: { child_identity_number: '990101202601190019' } })

  await workThrough(env, await partOf(env, ref, 'medical_insurance'))
  await workThrough(env, await partOf(env, ref, 'social_security_card'), { sets: { tracking_number: 'EMS 1' } })
  await parent.goto(`/cases/${ref}`)
  await parent.lookAt('newborn-parts')
  await workThrough(env, await partOf(env, ref, 'maternity_refund'), { outcomes: { decision: 'refuse' } })

  // One part is refused, and says so; the others stand.
  await parent.goto(`/cases/${ref}`)
  await parent.lookAt('newborn-partly')
  expect((await env.store.cases.loadByRef(ref))?.end).toBe('partly_granted')
  const certificates = await Promise.all(['household_entry', 'medical_insurance', 'social_security_card', 'vaccination', 'parenting'].map(async (sub) => (await partOf(env, ref, sub)).results.filter((one) => one.kind === 'certificate').length))
  expect(certificates).toEqual([1, 1, 1, 1, 1])
  const refused = await partOf(env, ref, 'maternity_refund')
  expect(await parent.goto(`/cases/${refused.ref}`)).toBe(200)
  await parent.lookAt('newborn-refused-part')
  await parent.goto('/cases')
  await parent.lookAt('newborn-cases')

  // Somebody else's parts are nobody's business.
  const stranger = await enter('citizen-0000')
  expect(await stranger.goto(`/cases/${refused.ref}`)).toBe(404)
})

story('a company is founded: registered, then everything else at once', async ({ enter, portal: { env } }: Stage) => {
  const founder = await enter('citizen-903')
  const ref = await apply(env, 'citizen-903', founder, 'company-start-up', { employees: '2' })
  const registration = await partOf(env, ref, 'registration')
  await workThrough(env, registration, { sets: { credit_code: '91330100MA2XQGHE2K' } })
  const after = await env.store.cases.loadByRef(ref)
  expect(Object.keys(after?.subs ?? {}).sort()).toEqual(['bank', 'housing_fund', 'invoices', 'registration', 'seals', 'social_insurance'])
  await founder.goto(`/cases/${ref}`)
  await founder.lookAt('start-up-parts')

  // One of two employees is still insured elsewhere: their part ends all the same, and the seals are refused.
  const insurance = await partOf(env, ref, 'social_insurance')
  expect(insurance.applicant.company).toBe('91330100MA2XQGHE2K')
  await workThrough(env, insurance, { outcomes: { enrolment: 'insured_elsewhere' }, sets: { employer_number: '33010001' } })
  await workThrough(env, await partOf(env, ref, 'seals'), { outcomes: { filing: 'refused_filing' } })
  for (const sub of ['invoices', 'housing_fund', 'bank']) await workThrough(env, await partOf(env, ref, sub), { sets: { fund_account_number: '7700', invoice_quota: 25, booking_number: '12' } })
  await founder.goto(`/cases/${ref}`)
  await founder.lookAt('start-up-partly')
  const ended = await env.store.cases.loadByRef(ref)
  expect([ended?.end, ended?.subs['seals']?.end, ended?.subs['bank']?.end]).toEqual(['partly_granted', 'refused', 'granted'])
})
