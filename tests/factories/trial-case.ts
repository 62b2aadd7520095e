import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Actor } from '#app/kernel/case/actor.ts'
import type { Answers } from '#app/kernel/case/answer.ts'
import { type Applicant, type CaseState, openTasks } from '#app/kernel/case/case-state.ts'
import type { Command, Decision } from '#app/kernel/case/command.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { Surroundings } from '#app/kernel/definition/surroundings.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import { commandCase } from '#app/use-cases/command-case.ts'
import { type Commanded, decideAndCommit } from '#app/use-cases/decide-and-commit.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { openMemoryStore } from '#db/memory/memory-store.ts'

import { at, plainCalendar, trialSurroundings } from './definition.ts'
import { citizen, staff } from './play.ts'

/** One case of a trial service in a store of its own, played through the use cases. */
export class TrialCase {
  now = at('2026-03-02')
  readonly env: Environment
  private readonly definition: Definition
  private readonly id: string

  /** @param env of another case that this one follows in the same store */
  constructor(definition: Definition, surroundings: Surroundings = trialSurroundings, id = 'c1', env?: Environment) {
    this.definition = definition
    this.id = id
    const store = env?.store ?? openMemoryStore()
    // Trusted: these use cases look at no more of the catalogue than this.
    const catalogue = { ...surroundings, calendar: plainCalendar, services: { trial: definition }, definitions: { [definition.hash]: definition } } as unknown as Catalogue
    this.env = { store, catalogue, registers: () => builtInRegister(store.records), now: () => this.now, chance: makeChance() }
  }

  on(date: string, time = '09:00'): this {
    this.now = at(date, time)
    return this
  }

  async submit(answers: Answers, applicant: Partial<Applicant> = {}): Promise<this> {
    const who = { person: 'p1', name: 'Li Na', company: null, companyName: null, ...applicant }
    await this.env.store.people.put([{ id: 'p1', kind: 'citizen', name: 'Li Na', subject: '330100199001010011', companies: [], desks: [], demo: null }])
    const subjects = [who.company, who.behalf?.subject].filter((one) => one != null)
    const mandates = subjects.map((subject) => ({ id: 'm1', kind: 'person' as const, subject, name: subject, services: null }))
    const given = await decideAndCommit(this.env, { ...citizen, kind: 'citizen', companies: [], mandates }, null, { type: 'submit', caseId: this.id, ref: this.id.toUpperCase(), applicant: who, answers }, { draft: null, idempotencyKey: null }, this.definition)
    if (given === 'conflict' || !given.ok) throw new Error(JSON.stringify(given))
    return this
  }

  async state(): Promise<CaseState> {
    const state = await this.env.store.cases.load(this.id)
    if (!state) throw new Error('no case yet')
    return state
  }

  give(actor: Actor, command: Exclude<Command, { type: 'submit' }>): Promise<Commanded> {
    return commandCase(this.env, actor, this.id, command)
  }

  /** Somebody at the desk of an open task takes it on and answers it. */
  async answer(task: string, outcome: string, more: Partial<Decision> = {}): Promise<Commanded> {
    const ref = async () => {
      const open = openTasks(await this.state()).find(({ name }) => name === task)
      return { task, round: open?.round ?? 1, desk: open?.parts[0]?.desk ?? 'none.none', version: open?.version ?? 0 }
    }
    const first = await ref()
    const clerk = staff(`at ${first.desk}`, first.desk)
    await this.give(clerk, { type: 'claim', ...first })
    return this.give(clerk, { type: 'decide', ...(await ref()), outcome, reasons: [], note: '', items: [], sets: {}, ...more })
  }
}
