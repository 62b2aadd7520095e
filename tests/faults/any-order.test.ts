import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Actor } from '#app/kernel/case/actor.ts'
import type { Answers, Envelope, Value } from '#app/kernel/case/answer.ts'
import { agreeToSource, agreeToSources } from '#app/use-cases/agree-to-sources.ts'
import { declineSource } from '#app/use-cases/decline-source.ts'
import { disputeRecord } from '#app/use-cases/dispute-record.ts'
import { refreshDraft } from '#app/use-cases/refresh-draft.ts'
import { saveAnswer } from '#app/use-cases/save-answer.ts'
import { startApplication } from '#app/use-cases/start-application.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import { Dice } from '#db/demo/dice.ts'
import type { RegisterRecord, StoredPerson } from '#db/store.ts'
import type { Behaviour } from '#tests/factories/fault-register.ts'
import { fillIn, something } from '#tests/shared-records/fill-in.ts'
import { TODAY, whoIs } from '#tests/shared-records/world.ts'

import { type FaultyCity, openFaultyCity } from './faulty-city.ts'

const RENEWAL = 'driving-licence-renewal'
const REMOTE = ['traffic', 'population'] as const
const RUNS = 300

/** What a register does at once, so that many runs can be made: silence that has to be waited for has tests of its own. */
const behaviours: readonly Behaviour[] = ['well', 'well', 'well', 'other_person', 'wrong_type', 'control_characters', 'extra_subject', 'twice', 'no_records', 'refusing', 'error', 'not_json', 'altered', 'replayed', 'reset']

const remote = fc.constantFrom(...REMOTE)
const step = fc.oneof(
  fc.record({ does: fc.constant('behave' as const), register: remote, how: fc.constantFrom(...behaviours) }),
  fc.record({ does: fc.constant('change' as const), points: fc.integer({ min: 0, max: 11 }), phone: fc.integer({ min: 0, max: 9 }) }),
  fc.record({ does: fc.constant('agree' as const), declined: fc.subarray([...REMOTE, 'health']) }),
  fc.record({ does: fc.constant('agree to one' as const), register: remote }),
  fc.record({ does: fc.constant('decline' as const), register: remote }),
  fc.record({ does: fc.constant('type' as const), field: fc.nat(20), seed: fc.nat(1_000) }),
  fc.record({ does: fc.constant('type the same' as const), field: fc.nat(20) }),
  fc.record({ does: fc.constant('dispute' as const), field: fc.nat(20), seed: fc.nat(1_000) }),
  fc.record({ does: fc.constant('refresh' as const) }),
  fc.record({ does: fc.constant('submit' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never
let city: FaultyCity
let driver: StoredPerson
let actor: Actor
let names: readonly string[]

beforeAll(async () => {
  city = await openFaultyCity(...REMOTE)
  driver = city.world.citizens.find(({ demo }) => demo === 'driver')!
  actor = await whoIs(city.world, driver.id)
  names = Object.keys(city.world.catalogue.services[RENEWAL]!.data)
})
afterAll(() => city.close())

const seen = { steps: 0, typed: 0, disputed: 0, handedIn: 0, kept: 0, values: 0 }

/** One application, and what may be in it: what was typed and acknowledged, and what the registers have truly held. */
class Story {
  readonly draftId: string
  /** The last value acknowledged for each name, until a register is found to hold the same. */
  private readonly acknowledged = new Map<string, Value>()
  private readonly everTyped = new Set<string>()
  private readonly everHeld = new Set<string>()

  constructor(draftId: string) {
    this.draftId = draftId
    this.remember()
  }

  /** What the registers hold now is true from now on. */
  private remember(): void {
    const held = [...city.world.city.records.filter((one) => one.subject === driver.subject), ...records()]
    for (const { register, entity, data } of held) for (const [field, value] of Object.entries(data)) this.everHeld.add(JSON.stringify([register, entity, field, value]))
  }

  async do(one: Step): Promise<void> {
    const { world } = city
    switch (one.does) {
      case 'behave':
        city.register(one.register).behaviour = one.how
        return
      case 'change':
        Object.assign(city.held('traffic', 'offences', driver), { data: { points: one.points, unpaid: 0, fines_due: 0 } })
        Object.assign(city.held('population', 'person', driver), { data: { ...city.held('population', 'person', driver).data, phone: `1370000000${one.phone}` } })
        return this.remember()
      case 'agree':
        return void (await agreeToSources(world, actor, this.draftId, one.declined))
      case 'agree to one':
        return void (await agreeToSource(world, actor, this.draftId, one.register))
      case 'decline':
        return void (await declineSource(world, actor, this.draftId, one.register))
      case 'type':
        return this.type(this.nameOf(one.field), something(this.typeOf(one.field), new Dice(one.seed), '2026-01-15'))
      case 'type the same':
        return this.typeTheSame(this.nameOf(one.field))
      case 'dispute':
        return this.dispute(this.nameOf(one.field), something(this.typeOf(one.field), new Dice(one.seed), '2026-01-15'))
      case 'refresh':
        return void (await refreshDraft(world, actor, this.draftId))
      case 'submit':
        return void (await submitApplication(world, actor, this.draftId))
    }
  }

  private nameOf = (field: number): string => names[field % names.length] ?? ''
  private typeOf = (field: number) => city.world.catalogue.services[RENEWAL]!.data[this.nameOf(field)]!.type

  private async type(name: string, value: Value): Promise<void> {
    if (!(await saveAnswer(city.world, actor, this.draftId, name, { value })).ok) return
    seen.typed += 1
    this.acknowledged.set(name, value)
    this.everTyped.add(JSON.stringify([name, value]))
  }

  private async typeTheSame(name: string): Promise<void> {
    const field = city.world.catalogue.services[RENEWAL]!.data[name]
    const value = field?.kind === 'record' && field.register !== 'health' ? city.held(field.register, field.entity, driver).data[field.field] : undefined
    if (value !== undefined) await this.type(name, value)
  }

  private async dispute(name: string, value: Value): Promise<void> {
    const before = (await this.answers())[name]
    const disputed = await disputeRecord(city.world, actor, this.draftId, name, { claimed: { value }, reason: 'it is not so', proof: null })
    if (!disputed.ok || before?.differs?.because === 'disputed') return
    seen.disputed += 1
    expect(await city.world.store.cases.loadByRef(disputed.ref)).toMatchObject({ service: 'record-correction', applicant: { person: driver.id } })
    this.acknowledged.set(name, value)
    this.everTyped.add(JSON.stringify([name, value]))
  }

  async answers(): Promise<Answers> {
    return (await city.world.store.drafts.load(this.draftId))!.answers
  }

  /** Nothing is lost, and nothing is there that nobody said. */
  async check(): Promise<void> {
    const draft = (await city.world.store.drafts.load(this.draftId))!
    const state = draft.submittedRef ? await city.world.store.cases.loadByRef(draft.submittedRef) : null
    const answers = state?.answers ?? draft.answers
    for (const [name, value] of this.acknowledged) {
      expect(answers[name]?.value, `${name} was typed`).toBe(value)
      if (answers[name]?.source === 'record') this.acknowledged.delete(name)
    }
    for (const all of [draft.answers, answers]) {
      for (const [name, { value, source, envelope }] of Object.entries(all)) {
        seen.values += 1
        if (envelope) this.isTrue(envelope)
        if (source === 'record') expect(envelope?.value, name).toBe(value)
        else expect(this.everTyped, name).toContain(JSON.stringify([name, value]))
      }
    }
    for (const envelope of Object.values(draft.options).flat()) this.isTrue(envelope)
    if (state) seen.kept += this.acknowledged.size
  }

  private isTrue({ register, entity, field, value }: Envelope): void {
    expect(this.everHeld).toContain(JSON.stringify([register, entity, field, value]))
  }

  /** With the registers well again, it can be completed and handed in. */
  async finish(): Promise<void> {
    for (const id of REMOTE) city.register(id).behaviour = 'well'
    await city.startAnew()
    await agreeToSources(city.world, actor, this.draftId, [])
    await this.check()
    await fillIn(city.world, actor, this.draftId, new Dice(1), '2026-01-15')
    const answers = await this.answers()
    for (const [name, { source, value }] of Object.entries(answers)) if (source === 'applicant') this.everTyped.add(JSON.stringify([name, value]))
    for (let i = 0; i < 2; i += 1) {
      const submitted = await submitApplication(city.world, actor, this.draftId)
      if (!submitted.ok) continue
      seen.handedIn += 1
      break
    }
    await this.check()
  }
}

const records = (): RegisterRecord[] => [city.held('traffic', 'offences', driver), city.held('population', 'person', driver)]

test('whatever registers and applicant do in whatever order, no answer is lost and no value is there that nobody truly gave', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 18 }), async (steps) => {
      await city.startAnew()
      for (const id of REMOTE) city.register(id).behaviour = 'well'
      const started = await startApplication(city.world, actor, RENEWAL, { company: null, mandate: null })
      if (!started.ok) throw new Error(JSON.stringify(started))
      const story = new Story(started.draftId)
      for (const one of steps) {
        await story.do(one)
        await story.check()
        seen.steps += 1
      }
      await story.finish()
    }),
    { numRuns: RUNS },
  )
  expect(seen.handedIn).toBeGreaterThan(RUNS / 4)
  console.log(`${RUNS} stories from ${TODAY} on, ${seen.steps} steps: ${seen.typed} answers acknowledged, ${seen.disputed} disputes, ${seen.handedIn} handed in with ${seen.kept} typed answers; ${seen.values} values, each of them typed or held`)
}, 180_000)
