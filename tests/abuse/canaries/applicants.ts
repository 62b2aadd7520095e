import type { Actor } from '#app/kernel/case/actor.ts'
import { agreeToSources } from '#app/use-cases/agree-to-sources.ts'
import { disputeRecord } from '#app/use-cases/dispute-record.ts'
import { openDraft } from '#app/use-cases/open-draft.ts'
import { questionAccess } from '#app/use-cases/question-access.ts'
import { saveAnswer } from '#app/use-cases/save-answer.ts'
import { saveUpload } from '#app/use-cases/save-upload.ts'
import { startApplication } from '#app/use-cases/start-application.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import { Dice } from '#db/demo/dice.ts'
import { samplePdf, samplePng } from '#db/demo/paperwork.ts'
import { bestKnown } from '#tests/shared-records/cast.ts'
import { services } from '#tests/shared-records/files.ts'
import { something } from '#tests/shared-records/fill-in.ts'
import { whoIs } from '#tests/shared-records/world.ts'

import type { CanaryCity } from './canary-city.ts'

const QUESTIONS = 60
const ATTEMPTS = 30
const SOME_DAY = '2026-04-01'

/** A document whose name and whose bytes are canaries. */
export function plantedFile({ mint }: CanaryCity, what: string, pdf = true): { name: string; content: Uint8Array } {
  const [name, inside] = [mint.plant(`name of the file ${what}`), mint.plant(`bytes of the file ${what}`)]
  return pdf ? { name: `${name}.pdf`, content: samplePdf(inside) } : { name: `${name}.png`, content: Buffer.concat([samplePng(9, 9, 9), Buffer.from(inside)]) }
}

/** Begins a draft and answers all that is asked, every text and every document a canary. @returns its id; null when it can't be completed */
export async function writeDraft(city: CanaryCity, actor: Actor, service: string, company: string | null, dice: Dice): Promise<string | null> {
  const { world, mint } = city
  const started = await startApplication(world, actor, service, { company, mandate: null })
  if (!started.ok) throw new Error(`${service}: ${JSON.stringify(started.problem)}`)
  await agreeToSources(world, actor, started.draftId, [])
  for (let i = 0; i < QUESTIONS; i += 1) {
    const open = await openDraft(world, actor, started.draftId)
    const todo = open?.fields.find(({ state }) => state === 'todo')
    if (!open || !todo) return open ? started.draftId : null
    const { name, type } = todo.field
    const key = open.draft.options[name]?.[0]?.key
    const what = `${service} ${name} of ${actor.id}`
    const value = type.type === 'text' ? mint.plant(what) : something(type, dice, SOME_DAY)
    const saved = type.type === 'file' ? await saveUpload(world, actor, started.draftId, name, plantedFile(city, what, type.accept.includes('pdf'))) : await saveAnswer(world, actor, started.draftId, name, key === undefined ? { value } : { pick: key })
    if (!saved.ok) return null
  }
  return null
}

/** Applies for a service as whoever the registers know most of. @returns the ref */
export async function applyAs(city: CanaryCity, service: string, seed = 1): Promise<string> {
  const applicant = service === 'driving-licence-renewal' ? city.world.citizens.find(({ demo }) => demo === 'driver') : bestKnown(city.world, services[service]!)
  const actor = await whoIs(city.world, applicant?.id ?? '')
  const company = services[service]?.audience === 'business' ? (applicant?.companies[0]?.code ?? null) : null
  const problems = new Set<string>()
  for (let turn = seed; turn < seed + ATTEMPTS; turn += 1) {
    const draft = await writeDraft(city, actor, service, company, new Dice(turn))
    const submitted = draft && (await submitApplication(city.world, actor, draft))
    if (submitted && submitted.ok) return submitted.ref
    problems.add(JSON.stringify(submitted))
    if (draft) await city.world.store.drafts.remove(draft)
  }
  throw new Error(`nobody could apply for ${service}: ${[...problems].join(', ')}`)
}

/** Says that a record is wrong, and asks why somebody looked. @returns the refs of both cases */
export async function complain(city: CanaryCity): Promise<string[]> {
  const { world, mint } = city
  const driver = await whoIs(world, world.citizens.find(({ demo }) => demo === 'driver')?.id ?? '')
  const draft = await writeDraft(city, driver, 'driving-licence-renewal', null, new Dice(1))
  const disputed = await disputeRecord(world, driver, draft ?? '', 'full_name', { claimed: { value: mint.plant('claimed name') }, reason: mint.plant('why a record is wrong'), proof: plantedFile(city, 'proof') })
  const subject = (await world.store.people.find(driver.id))?.subject ?? ''
  const looks = await world.store.access.of({ subject, now: world.now(), department: null, since: null, until: null }, { limit: 50 })
  const look = looks.rows.find(({ what }) => what === 'register')
  const asked = await questionAccess(world, driver, look?.id ?? '', { text: mint.plant('question about a look'), shown: { when: 'w', who: 'w', purpose: 'p', fields: 'f' } })
  if (!disputed.ok || !asked.ok) throw new Error(JSON.stringify([disputed, asked]))
  return [disputed.ref, asked.ref]
}
