import { expect } from 'vitest'

import { makeChance } from '#app/use-cases/chance.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { Applicant } from '#db/demo/applicant.ts'
import { Dice } from '#db/demo/dice.ts'
import { History } from '#db/demo/history.ts'

import { type Stage, story } from './story.ts'

/** A permit from a first case, lived through by the use cases, while the applicant was away. */
async function firstPermit(env: Environment, clock: { now: number }): Promise<string> {
  const owner = await env.store.people.find('citizen-0000')
  if (!owner) throw new Error('nobody owns a restaurant here')
  for (let seed = 1; seed < 30; seed += 1) {
    const dice = new Dice(seed)
    const lived = { ...env, clock, chance: makeChance() }
    const history = new History(lived, dice, clock.now + 40 * 86_400_000)
    const ref = await history.liveOne(() => new Applicant(lived, dice).applyFor(owner, 'restaurant-opening'))
    const state = ref ? await env.store.cases.loadByRef(ref) : null
    if (state?.end === 'granted' && state.answers.food_safety_manager) return String(state.answers.food_safety_manager.value)
  }
  throw new Error('no permit was granted')
}

story('a second restaurant shows what the first one’s permit fills in', async ({ enter, portal, look }: Stage) => {
  const manager = await firstPermit(portal.env, portal.clock)
  const owner = await enter('citizen-0000')
  await owner.goto('/services/restaurant-opening')
  await owner.choose('for', (await owner.page.locator('main input[name="for"]').first().getAttribute('value')) ?? '')
  await owner.submit()
  const draft = await owner.agree()
  await owner.goto(`${draft}/kitchen`)
  await owner.choose('kitchen', 'hot')
  await owner.submit()
  await owner.goto(`${draft}/records`)
  await owner.lookAt('second-records')
  await owner.reads(manager)
  await owner.reads(portal.i18n.getFixedT(look.lang)('registers:permits.name'))
  await owner.goto(`${draft}/food_safety_manager`)
  await owner.lookAt('second-manager')
  expect(await owner.page.locator('main [name="food_safety_manager"]').inputValue()).toBe(manager)
  await owner.fill('food_safety_manager', '新来的管理员')
  await owner.submit()
  const kept = await portal.env.store.drafts.load(draft.split('/')[2] ?? '')
  expect(kept?.answers.food_safety_manager).toMatchObject({ value: '新来的管理员', source: 'applicant', envelope: { value: manager, register: 'permits' } })
})
