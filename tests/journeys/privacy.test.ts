import { expect } from 'vitest'

import { yearsLater } from '#app/kernel/records/retention.ts'
import { runRetention } from '#app/use-cases/run-retention.ts'

import { type Stage, story } from './story.ts'
import { MONDAY } from './test-portal.ts'
import type { Visitor } from './visitor.ts'

const DRIVER = 'citizen-0001'
const SERVICE = 'driving-licence-renewal'

async function applyAndWithdraw(citizen: Visitor): Promise<string> {
  const draft = await citizen.begin(SERVICE)
  await citizen.goto(`${draft}/review`)
  await citizen.choose('declared', 'yes')
  await citizen.submit()
  const ref = citizen.path.split('/')[2] ?? ''
  await citizen.goto(`/cases/${ref}/withdraw`)
  await citizen.fill('note', 'I moved away')
  await citizen.submit()
  return ref
}

/** The file that the button of the page gives. */
async function downloadCopy(citizen: Visitor) {
  const origin = new URL(citizen.page.url()).origin
  const response = await citizen.page.request.post(`${origin}/my-data/export.json`, { headers: { Origin: origin } })
  expect(response.headers()['content-disposition']).toMatch(/^attachment; filename="onetrip-export-2026-03-02\.json"$/)
  return response.json()
}

story('a citizen sees how long things are kept, gets a copy of everything, and is erased when the law lets them', async ({ enter, portal, look }: Stage) => {
  const t = portal.i18n.getFixedT(look.lang)
  const citizen = await enter(DRIVER)
  const ref = await applyAndWithdraw(citizen)
  await citizen.begin(SERVICE)
  await citizen.goto('/my-data/retention')
  await citizen.lookAt('retention')
  await citizen.reads(ref)
  await citizen.goto('/my-data/export')
  await citizen.lookAt('export')
  expect(await downloadCopy(citizen)).toMatchObject({ schema: 'onetrip-export/1', cases: [{ ref }], drafts: [{ service: SERVICE }] })

  await citizen.goto('/my-data/erase?step=sure')
  await citizen.lookAt('erase-not-yet')
  await citizen.reads(t('privacy:erase.under_retention'))

  portal.clock.now = yearsLater(MONDAY, 10)
  expect(await runRetention(portal.env)).toMatchObject({ erased: 1 })
  const later = await enter(DRIVER)
  await later.goto(`/cases/${ref}`)
  await later.lookAt('erased-case')
  await later.reads(t('privacy:erased.name'))
  expect(await later.text()).not.toContain('I moved away')
  await later.goto('/my-data/retention')
  await later.lookAt('retention-erased')

  await later.goto('/my-data/erase')
  await later.lookAt('erase')
  await later.press('main form[method="get"] button')
  await later.lookAt('erase-sure')
  await later.submit()
  await later.lookAt('erase-not-understood')
  await later.choose('understood', 'yes')
  await later.submit()
  expect(later.path).toBe('/')
  await later.goto('/my-data')
  expect(later.path).toBe('/sign-in')
  expect(await portal.env.store.people.find(DRIVER)).toMatchObject({ name: '', subject: null })
})
