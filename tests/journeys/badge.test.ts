import { expect } from 'vitest'

import { samplePdf, samplePng } from '#db/demo/paperwork.ts'

import { answer } from './at-desk.ts'
import { type Stage, story } from './story.ts'
import type { Visitor } from './visitor.ts'

const photo = { name: '我的照片.png', mimeType: 'image/png', buffer: Buffer.from(samplePng(180, 200, 210)) }
const letter = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from(samplePdf('letter')) }

async function start(citizen: Visitor): Promise<string> {
  await citizen.goto('/services/disabled-parking-badge')
  await citizen.lookAt('badge-guide')
  await citizen.press('main form[method="post"] button')
  await citizen.agree()
  await citizen.lookAt('badge-list')
  return citizen.path
}

async function hand(citizen: Visitor, draft: string): Promise<string> {
  await citizen.goto(`${draft}/review`)
  await citizen.lookAt('badge-review')
  await citizen.choose('declared', 'yes')
  await citizen.submit()
  await citizen.lookAt('badge-receipt')
  return citizen.path.split('/')[2] ?? ''
}

story('a badge granted by the record, without any clerk, and a second one that is already filled in', async ({ enter, portal }: Stage) => {
  const citizen = await enter('citizen-0003')
  const draft = await start(citizen)
  await citizen.goto(`${draft}/portrait`)
  await citizen.lookAt('badge-photo')
  await citizen.upload('portrait', photo)
  await citizen.submit()
  const ref = await hand(citizen, draft)
  const state = await portal.env.store.cases.loadByRef(ref)
  expect([state?.end, Object.keys(state?.tasks ?? {})]).toEqual(['granted', []])
  await citizen.goto(`/cases/${ref}/certificate`)
  await citizen.lookAt('badge-certificate')

  // The certificate of the first case is a record: the second application asks for nothing.
  const again = await start(citizen)
  await citizen.goto(`${again}/records`)
  await citizen.lookAt('badge-records-again')
  const kept = await portal.env.store.drafts.load(again.split('/')[2] ?? '')
  expect(kept?.answers.portrait).toMatchObject({ source: 'record', envelope: { register: 'welfare', asOf: '2026-03-02' }, file: { name: '我的照片.png' } })
  const second = await hand(citizen, again)
  expect((await portal.env.store.cases.loadByRef(second))?.end).toBe('granted')
})

story('a badge through assessment and payment', async ({ enter, portal }: Stage) => {
  const citizen = await enter('citizen-0004')
  const draft = await start(citizen)
  const give = async (name: string, fill: () => Promise<void>) => {
    await citizen.goto(`${draft}/${name}`)
    await fill()
    await citizen.submit()
  }
  await give('portrait', () => citizen.upload('portrait', photo))
  await give('condition', () => citizen.choose('condition', 'walking'))
  await citizen.goto(`${draft}/condition_description`)
  await citizen.lookAt('badge-text')
  await give('condition_description', () => citizen.fill('condition_description', 'أمشي خمسين مترًا · 走五十米就要休息 🦽'))
  await give('medical_evidence', () => citizen.upload('medical_evidence', letter))
  const ref = await hand(citizen, draft)

  await answer(await enter('staff-assessor'), ref, 'complete')
  await answer(await enter('staff-assessor'), ref, 'eligible')
  await answer(await enter('staff-welfare-head'), ref, 'approve')
  await citizen.goto(`/cases/${ref}`)
  await citizen.lookAt('badge-to-pay')
  const stopped = await portal.env.store.cases.loadByRef(ref)
  expect([stopped?.end, stopped?.segments.at(-1)?.whose, stopped?.waits.badge_fee?.amount]).toEqual([null, 'applicant', 3000])
  await citizen.goto(`/cases/${ref}/pay/badge_fee`)
  await citizen.lookAt('badge-pay')
  await citizen.submit()
  const granted = await portal.env.store.cases.loadByRef(ref)
  expect([granted?.end, granted?.results[0]?.validUntil]).toEqual(['granted', '2029-03-02'])
  await citizen.goto(`/cases/${ref}/certificate`)
  await citizen.lookAt('badge-certificate-paid')
})
