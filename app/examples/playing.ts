import type { Actor } from '#app/kernel/case/actor.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Command } from '#app/kernel/case/command.ts'
import { decide } from '#app/kernel/case/decide.ts'
import type { Problem } from '#app/kernel/case/problem.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'

import type { Setting } from './setting.ts'

/** The case of one example, played command by command at a moment that only moves forward. */
export class Playing {
  readonly setting: Setting
  /** As the last command left it. */
  state: CaseState
  /** Epoch ms. */
  now: number
  /** The step before, for messages. */
  before = 'the application'
  private commands = 1

  constructor(setting: Setting, state: CaseState, now: number) {
    this.setting = setting
    this.state = state
    this.now = now
  }

  /** Gives a command now; the problem, if the rules refuse it. */
  give(actor: Actor, command: Command): Problem | null {
    this.commands += 1
    const { definition, calendar } = this.setting
    const decided = decide(definition, this.state, command, { now: this.now, calendar, actor, code: `code${this.commands}-` })
    if (!decided.ok) return decided.problem
    this.state = decided.state
    return null
  }

  get applicant(): Actor {
    const { person, name, company } = this.state.applicant
    return { kind: 'citizen', id: person, name, companies: company === null ? [] : [company] }
  }

  get today(): string {
    return localDate(this.setting.calendar, this.now)
  }
}
