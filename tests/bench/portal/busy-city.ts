import { copyFileSync, existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'

import type { Actor } from '#app/kernel/case/actor.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import { agreeToSources } from '#app/use-cases/agree-to-sources.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { openDraft } from '#app/use-cases/open-draft.ts'
import { type Input, saveAnswer } from '#app/use-cases/save-answer.ts'
import { saveUpload } from '#app/use-cases/save-upload.ts'
import { startApplication } from '#app/use-cases/start-application.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import { samplePdf } from '#db/demo/paperwork.ts'
import { openStore } from '#db/open-store.server.ts'

import { idOf } from '../harness/asking.ts'

import { BENCH_DAY, BENCH_KEYS, benchCity, soundCatalogue } from './bench-city.ts'

/** @param drafts complete, of the first citizen, none handed in: their ids are `idOf(0)` and on @param submitted as many more, handed in */
export type Busy = { drafts: number; submitted: number }

/** What is answered where no register does. */
const ANSWERS: Readonly<Record<string, Input>> = {
  kitchen: { value: 'cold' },
  seats: { value: 20 },
  food_safety_manager: { value: '龚䶮' },
  food_safety_training: { value: 'SP-2026-001' },
  has_signboard: { value: false },
}

/** The city with more work in it, in the folder, made once for each kind. @returns the database's path */
export async function busyCity(folder: string, { drafts, submitted }: Busy): Promise<string> {
  const path = join(folder, `city-${drafts}-${submitted}.db`)
  if (existsSync(path)) return path
  copyFileSync(await benchCity(folder), `${path}.new`)
  const store = await openStore({ databaseUrl: `file:${path}.new`, dataKeys: BENCH_KEYS, now: () => BENCH_DAY })
  const env: Environment = { store, catalogue: soundCatalogue(), registers: () => builtInRegister(store.records), now: () => BENCH_DAY, chance: makeChance() }
  const person = await store.people.find('citizen-0000')
  if (!person) throw new Error('nobody lives in the city')
  const citizen: Actor = { kind: 'citizen', id: person.id, name: person.name, companies: person.companies.map(({ code }) => code) }
  const complete = await completeDraft(env, citizen, person.companies[0]?.code ?? '')
  for (let number = 0; number < drafts + submitted; number += 1) {
    await store.drafts.create({ ...complete, id: idOf(number) })
    if (number >= drafts) await must(submitApplication(env, citizen, idOf(number)))
  }
  await store.close()
  renameSync(`${path}.new`, path)
  return path
}

/** One application with every question answered. */
async function completeDraft(env: Environment, citizen: Actor, company: string) {
  const { draftId } = await must(startApplication(env, citizen, 'restaurant-opening', { company, mandate: null }))
  await must(agreeToSources(env, citizen, draftId, []))
  for (;;) {
    const open = await openDraft(env, citizen, draftId)
    const todo = open?.fields.find(({ state }) => state === 'todo')
    if (!open || !todo) return open?.draft ?? fail('the draft is gone')
    const { name, type } = todo.field
    const pick = open.draft.options[name]?.[0]
    if (type.type === 'file') await must(saveUpload(env, citizen, draftId, name, { name: 'plan.pdf', content: samplePdf('plan') }))
    else await must(saveAnswer(env, citizen, draftId, name, pick ? { pick: pick.key } : (ANSWERS[name] ?? fail(`nothing is known to answer to ${name}`))))
  }
}

async function must<Done extends { ok: boolean }>(doing: Promise<Done>): Promise<Extract<Done, { ok: true }>> {
  const done = await doing
  return done.ok ? (done as Extract<Done, { ok: true }>) : fail(JSON.stringify(done))
}

function fail(message: string): never {
  throw new Error(message)
}
