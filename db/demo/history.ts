import { type Actor, registerActor } from '#app/kernel/case/actor.ts'
import type { Offer } from '#app/kernel/case/available.ts'
import { available } from '#app/kernel/case/available.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Decision, TaskRef } from '#app/kernel/case/command.ts'
import { returnableNames } from '#app/kernel/case/returnable.ts'
import { dayAt, isWorked, startOf } from '#app/kernel/clock/calendar.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { taskNode, waitNode } from '#app/kernel/definition/nodes.ts'
import { answerReturn } from '#app/use-cases/answer-return.ts'
import { claimTask, decideTask, scheduleVisit } from '#app/use-cases/answer-task.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { payFee } from '#app/use-cases/pay-fee.ts'
import { receiveRecord } from '#app/use-cases/receive-record.ts'
import { runTimers } from '#app/use-cases/run-timers.ts'
import { withdrawCase } from '#app/use-cases/withdraw-case.ts'
import type { StoredPerson } from '#db/store.ts'

import { Agenda, officeTime } from './agenda.ts'
import { Applicant } from './applicant.ts'
import type { Dice } from './dice.ts'
import { liveOldBadge } from './old-badge.ts'
import { demoStaff } from './staff.ts'

/** Days of history behind today, and applications on an ordinary working day. */
const DAYS = 120
const A_DAY = 9

export type Progress = (done: number, total: number) => void

/**
 * Lives through the last months: citizens apply, desks work, some are slow, some ask back, some applicants never answer.
 * Every step is a use case under a simulated clock, so that what the board shows truly happened.
 */
export class History {
  private readonly agenda = new Agenda()
  private readonly env: Environment & { clock: { now: number } }
  private readonly dice: Dice
  private readonly until: number
  private readonly applicant: Applicant

  constructor(env: Environment & { clock: { now: number } }, dice: Dice, until: number) {
    this.env = env
    this.dice = dice
    this.until = until
    this.applicant = new Applicant(env, dice)
  }

  async live(citizens: readonly StoredPerson[], progress: Progress): Promise<number> {
    const old = await liveOldBadge(this.env, this.until)
    const total = this.planArrivals(citizens.filter((person) => person.demo === null))
    this.planTimers()
    let submitted = 0
    for (let entry = this.agenda.take(); entry && entry.at <= this.until; entry = this.agenda.take()) {
      this.env.clock.now = entry.at
      await entry.run()
      if (this.applicant.submitted > submitted) progress((submitted = this.applicant.submitted), total)
    }
    this.env.clock.now = this.until
    return submitted + (old === null ? 0 : 1)
  }

  /** One application alone, from now until it ends or the time is over. @returns its ref */
  async liveOne(apply: () => Promise<string | null>): Promise<string | null> {
    const ref = await apply()
    await this.follow(ref)
    for (let entry = this.agenda.take(); entry && entry.at <= this.until; entry = this.agenda.take()) {
      this.env.clock.now = entry.at
      await entry.run()
    }
    return ref
  }

  private planArrivals(citizens: readonly StoredPerson[]): number {
    const { calendar } = this.env.catalogue
    const today = dayAt(calendar, this.until)
    let total = 0
    for (let day = today - DAYS; day <= today; day += 1) {
      const count = isWorked(calendar, day) ? this.dice.between(A_DAY - 3, A_DAY + 3) : this.dice.between(0, 2)
      for (let i = 0; i < count; i += 1) {
        const at = startOf(calendar, day) + Math.round((7 + this.dice.next() * 15) * 3_600_000)
        if (at >= this.until) continue
        total += 1
        this.agenda.plan(at, async () => this.follow(await this.applicant.apply(citizens)))
      }
    }
    return total
  }

  private planTimers(): void {
    const { calendar } = this.env.catalogue
    const today = dayAt(calendar, this.until)
    const fire = async () => void (await runTimers(this.env))
    for (let day = today - DAYS; day <= today; day += 1) this.agenda.plan(startOf(calendar, day) + 60_000, fire)
  }

  /** Plans who does what next on a case. */
  private async follow(ref: string | null, before: CaseState | null = null): Promise<void> {
    const state = ref ? await this.env.store.cases.loadByRef(ref) : null
    const definition = state && this.env.catalogue.services[state.service]
    if (!state || !definition || state.end !== null) return
    for (const task of Object.values(state.tasks)) {
      if (task.outcome !== null || before?.tasks[`${task.name}:${task.round}`]) continue
      for (const part of task.parts) this.planWork(state, definition, task.name, part.desk)
    }
    for (const wait of Object.values(state.waits)) if (wait.closedAt === null && !before?.waits[wait.name]) this.planWait(state, definition, wait.name)
    for (const [stage, sent] of Object.entries(state.returns)) {
      if (sent.length > (before?.returns[stage]?.length ?? 0)) this.planCorrection(state)
    }
    if (before === null && this.dice.often(0.03)) this.plan(this.dice.between(1, 4), () => this.asApplicant(state, (actor) => withdrawCase(this.env, actor, state.ref, '')))
  }

  private plan(days: number, run: () => Promise<unknown>): void {
    this.agenda.plan(officeTime(this.env.catalogue.calendar, this.env.clock.now, days, this.dice), async () => void (await run()))
  }

  /** Most work is done in good time; fire safety is the city's slowest desk. */
  private planWork(state: CaseState, definition: Definition, task: string, desk: string): void {
    const within = taskNode(definition, task)?.within.amount ?? 1
    const slow = desk.startsWith('fire_rescue') ? 1.25 : 0.8
    const spread = this.dice.often(0.06) ? 1.9 : 0.25 + this.dice.next() * 0.75
    this.plan(within * slow * spread, () => this.work(state.ref, definition, task, desk))
  }

  private async work(ref: string, definition: Definition, task: string, desk: string): Promise<void> {
    const state = await this.env.store.cases.loadByRef(ref)
    const clerk = state && this.clerkFor(state, definition, task, desk)
    if (!state || !clerk) return
    const claim = available(definition, state, clerk).find((offer) => offer.type === 'claim' && offer.task.task === task && offer.task.desk === desk)
    if (claim?.type !== 'claim') return
    const claimed = await claimTask(this.env, clerk, ref, claim.task)
    if (!claimed.ok) return
    const offers = available(definition, claimed.state, clerk).filter((offer) => 'task' in offer && offer.task.task === task && offer.task.desk === desk)
    const visit = offers.find((offer) => offer.type === 'schedule_visit')
    if (visit?.type === 'schedule_visit' && claimed.state.tasks[`${task}:${visit.task.round}`]?.visitOn === null) return this.arrange(ref, definition, clerk, visit.task)
    const decide = offers.find((offer) => offer.type === 'decide')
    if (decide?.type === 'decide') await this.decide(claimed.state, definition, clerk, decide)
  }

  /** Tells the applicant the day, and goes there. */
  private async arrange(ref: string, definition: Definition, clerk: Actor, task: TaskRef): Promise<void> {
    const { calendar } = this.env.catalogue
    const at = officeTime(calendar, this.env.clock.now, 1, this.dice)
    const on = calendar.dates[dayAt(calendar, at) - calendar.firstDay] ?? ''
    const set = await scheduleVisit(this.env, clerk, ref, task, on)
    this.agenda.plan(at, async () => {
      const state = set.ok ? await this.env.store.cases.loadByRef(ref) : null
      const offer = state && available(definition, state, clerk).find((one) => one.type === 'decide' && one.task.task === task.task && one.task.desk === task.desk)
      if (state && offer?.type === 'decide') await this.decide(state, definition, clerk, offer)
    })
  }

  private async decide(state: CaseState, definition: Definition, clerk: Actor, offer: Offer & { type: 'decide' }): Promise<void> {
    const decided = await decideTask(this.env, clerk, state.ref, offer.task, this.decisionOn(state, definition, offer))
    if (decided.ok) await this.follow(state.ref, state)
  }

  private decisionOn(state: CaseState, definition: Definition, offer: Offer & { type: 'decide' }): Decision {
    const node = taskNode(definition, offer.task.task)
    const objected = Object.values(state.tasks).some((task) => ['object', 'fail', 'not_eligible'].includes(task.outcome ?? ''))
    const [best = '', ...others] = offer.outcomes
    const worse = others.filter((outcome) => outcome !== 'return')[0]
    const wishes = offer.outcomes.includes('return') && this.dice.often(0.14)
    const outcome = wishes ? 'return' : worse && (objected ? this.dice.often(0.85) && offer.task.task === 'decision' : this.dice.often(0.05)) ? worse : best
    const reason = { code: this.dice.pick(node?.reasons[outcome] ?? ['']), text: '' }
    const names = node ? returnableNames(definition, state, node, { calendar: this.env.catalogue.calendar, now: this.env.clock.now }) : []
    const files = names.filter((name) => definition.data[name]?.type.type === 'file')
    const item = { name: this.dice.pick(files.length > 0 ? files : names.length > 0 ? names : ['']), reason }
    return { outcome, reasons: outcome !== 'return' && node?.reasons[outcome] ? [reason] : [], note: '', items: wishes ? [item] : [], sets: this.valuesFor(definition, node?.sets ?? []) }
  }

  private valuesFor(definition: Definition, names: readonly string[]): Decision['sets'] {
    const value = (name: string) => {
      const type = definition.data[name]?.type
      return type?.type === 'choice' ? (this.dice.often(0.75) ? (type.of[0] ?? null) : (type.of.at(-1) ?? null)) : `QH${this.dice.between(100000000, 999999999)}CN`
    }
    return Object.fromEntries(names.map((name) => [name, value(name)]))
  }

  private clerkFor(state: CaseState, definition: Definition, task: string, desk: string): (Actor & { kind: 'staff' }) | null {
    const able = demoStaff
      .filter((person) => person.desks.includes(desk))
      .map((person): Actor & { kind: 'staff' } => ({ kind: 'staff', id: person.id, name: person.name, desks: person.desks }))
      .filter((actor) => available(definition, state, actor).some((offer) => offer.type === 'claim' && offer.task.task === task && offer.task.desk === desk))
    return able.length > 0 ? this.dice.pick(able) : null
  }

  private planWait(state: CaseState, definition: Definition, wait: string): void {
    const awaits = waitNode(definition, wait)?.awaits
    if (awaits?.what === 'payment' && !this.dice.often(0.05)) {
      const amount = state.waits[wait]?.amount ?? 0
      this.plan(this.dice.between(0, 4), async () => {
        const paid = await this.asApplicant(state, (actor) => payFee(this.env, actor, state.ref, { wait, amount, reference: `demo-${this.dice.between(100000, 999999)}` }))
        if (paid) await this.follow(state.ref, state)
      })
    }
    if (awaits?.what === 'record' && !this.dice.often(0.05)) this.plan(this.dice.between(2, 9), () => this.sendRecord(state, awaits.register, awaits.entity))
  }

  private async sendRecord(state: CaseState, register: string, entity: string): Promise<void> {
    const person = await this.env.store.people.find(state.applicant.person)
    const { calendar } = this.env.catalogue
    const asOf = calendar.dates[dayAt(calendar, this.env.clock.now) - calendar.firstDay] ?? ''
    const data = { result: this.dice.often(0.95) ? 'fit' : 'unfit', issued_on: asOf }
    await receiveRecord(this.env, registerActor(register), { register, entity, subject: person?.subject ?? '', key: '1', data, asOf, validUntil: null, standing: 'valid' })
    await this.follow(state.ref, state)
  }

  private planCorrection(state: CaseState): void {
    if (this.dice.often(0.08)) return
    this.plan(this.dice.between(1, 7), async () => {
      const current = await this.env.store.cases.loadByRef(state.ref)
      const answered = current && (await this.asApplicant(current, async (actor) => {
        const correction = await this.applicant.correction(current, actor)
        return correction ? answerReturn(this.env, actor, current.ref, correction.sent, correction.answers) : { ok: false }
      }))
      if (answered) await this.follow(state.ref, current)
    })
  }

  private async asApplicant(state: CaseState, act: (actor: Actor) => Promise<{ ok: boolean }>): Promise<boolean> {
    const { person, name, company } = state.applicant
    return (await act({ kind: 'citizen', id: person, name, companies: company ? [company] : [] })).ok
  }
}
