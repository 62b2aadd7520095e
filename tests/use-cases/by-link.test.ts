import { beforeEach, expect, test } from 'vitest'

import { offeredServices } from '#app/catalogue/catalogue.ts'
import type { Actor } from '#app/kernel/case/actor.ts'
import { startApplication } from '#app/use-cases/start-application.ts'
import { actor, openTestEnvironment, type TestEnvironment } from '#tests/factories/environment.ts'

let env: TestEnvironment
let citizen: Actor
beforeEach(async () => {
  env = await openTestEnvironment()
  citizen = await actor(env, 'citizen-0001')
})

test.each(['record-correction', 'access-question'])('%s is begun from its own page only, and not found among the services', async (service) => {
  expect(await startApplication(env, citizen, service, { company: null, mandate: null })).toEqual({ ok: false, problem: { code: 'not_found' } })
  expect(offeredServices(env.catalogue).map((one) => one.service)).not.toContain(service)
  expect(offeredServices(env.catalogue)).toHaveLength(Object.keys(env.catalogue.services).length - 2)
})
