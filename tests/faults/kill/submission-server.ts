import { createServer } from 'node:http'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { deliverMessages } from '#app/outbox/deliver-messages.ts'
import { postMessages } from '#app/outbox/post-message.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import { beginCase } from '#app/use-cases/begin-case.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { openStore } from '#db/open-store.server.ts'
import type { Store } from '#db/store.ts'
import { buildDefinition, plainCalendar, trialSurroundings } from '#tests/factories/definition.ts'
import { citizen, trialAnswers } from '#tests/factories/play.ts'

/*
 * Takes submissions of a trial service and sends what they leave in the outbox, until it is killed: the portal's own use case, store and
 * outbox, without its pages, so that it is up again in a moment. `POST /KEY` answers 201 with the case's ref once it is kept.
 */
const [databaseUrl = '', receiver = '', mutant = ''] = process.argv.slice(2)
const NOW = Date.parse('2026-03-02T09:00:00+08:00')
const ROUND_MS = 20

const definition = buildDefinition()
const kept = await openStore({ databaseUrl })
const store = mutant === 'acknowledge-first' ? acknowledgingFirst(kept) : kept
const catalogue = { ...trialSurroundings, calendar: plainCalendar, services: { trial: definition }, definitions: { [definition.hash]: definition } } as unknown as Catalogue
const env: Environment = { store, catalogue, registers: () => builtInRegister(store.records), now: () => NOW, chance: makeChance() }
const applicant = { person: citizen.id, name: 'Li Na', company: null, companyName: null }

const server = createServer((request, response) => {
  const key = (request.url ?? '/').slice(1)
  beginCase(env, { ...citizen, kind: 'citizen', companies: [] }, definition, { applicant, answers: trialAnswers }, { draft: null, idempotencyKey: key }).then(
    (begun) => response.writeHead(begun.ok ? 201 : 422).end(begun.ok ? begun.state.ref : begun.problem.code),
    () => response.writeHead(503, { 'Retry-After': '1' }).end(),
  )
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }))
void deliverForever()

async function deliverForever(): Promise<never> {
  for (;;) {
    // wall-clock time: leases of those who died run out
    await deliverMessages(kept.outbox, postMessages(receiver), Date.now).catch(() => 0)
    await new Promise((done) => setTimeout(done, ROUND_MS))
  }
}

/** A store as it must not be: it says yes before it has written. The loop has to notice. */
function acknowledgingFirst(inner: Store): Store {
  return {
    ...inner,
    commit: async (change) => {
      setTimeout(() => void inner.commit(change).catch(() => {}), ROUND_MS)
      return { ok: true }
    },
  }
}
