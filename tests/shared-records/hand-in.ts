import type { Actor } from '#app/kernel/case/actor.ts'
import { agreeToSources } from '#app/use-cases/agree-to-sources.ts'
import { startApplication } from '#app/use-cases/start-application.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import { Dice } from '#db/demo/dice.ts'

import { fillIn } from './fill-in.ts'
import type { World } from './world.ts'

const ATTEMPTS = 30

/** An application handed in with every register read that was not declined; answered by dice that repeat, thrown again until it is taken. @returns its ref */
export async function handIn(world: World, actor: Actor, service: string, on: { company?: string | null; mandate?: string | null } = {}, declined: readonly string[] = []): Promise<string> {
  const problems = new Set<string>()
  for (let seed = 1; seed <= ATTEMPTS; seed += 1) {
    const started = await startApplication(world, actor, service, { company: null, mandate: null, ...on })
    if (!started.ok) throw new Error(`${service}: ${JSON.stringify(started.problem)}`)
    await agreeToSources(world, actor, started.draftId, declined)
    await fillIn(world, actor, started.draftId, new Dice(seed))
    const submitted = await submitApplication(world, actor, started.draftId)
    if (submitted.ok) return submitted.ref
    problems.add(JSON.stringify(submitted.problem))
    await world.store.drafts.remove(started.draftId)
  }
  throw new Error(`${actor.id} could not apply for ${service}: ${[...problems].join(', ')}`)
}
