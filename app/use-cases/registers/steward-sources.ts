import { localDate } from '#app/kernel/clock/calendar.ts'
import { dayNumber, isoDate } from '#app/kernel/clock/iso-date.ts'
import type { Actor } from '#app/kernel/case/actor.ts'
import type { Register } from '#app/kernel/definition/surroundings.ts'
import { may } from '#app/kernel/permission.ts'
import type { Agreement } from '#app/kernel/records/agreement.ts'

import type { Period } from '../board/period.ts'
import type { Environment } from '../environment.ts'
import { daysLeft, standingOf } from './agreement-standing.ts'
import { agreementsWith } from './describe-registers.ts'
import { type Finding, findingOf } from './source-finding.ts'
import { qualityOf, type RegisterQuality } from './source-quality.ts'

/** `daysLeft` is null once it has expired. */
export type EndingAgreement = Pick<Agreement, 'id' | 'service' | 'register' | 'until'> & { daysLeft: number | null }

export type StewardView = {
  registers: readonly (RegisterQuality & { finding: Finding })[]
  /** Expired and soon expiring, the first to end first. */
  ending: readonly EndingAgreement[]
}

/** The registers that somebody is the steward of; none for everybody else. */
export const stewardedBy = ({ catalogue }: Pick<Environment, 'catalogue'>, actor: Actor): Register[] =>
  Object.values(catalogue.registers).filter((register) => may(actor, 'steward_register', { register }, 'stewardship'))

/** The thirty days up to today, which a steward is shown if they don't say otherwise. */
export function usualPeriod({ catalogue, now }: Pick<Environment, 'catalogue' | 'now'>): Period {
  const to = localDate(catalogue.calendar, now())
  return { from: isoDate(dayNumber(to) - 29), to }
}

/** How good the data of a steward's registers was in a period, and which agreements on them end. Null for whoever is no steward. */
export async function stewardSources(env: Environment, actor: Actor, { from, to }: Period): Promise<StewardView | null> {
  const registers = stewardedBy(env, actor)
  if (registers.length === 0) return null
  const qualities = await Promise.all(registers.map(async (register) => qualityOf(register, await env.store.access.counts(register.id, from, to))))
  return { registers: qualities.map((quality) => ({ ...quality, finding: findingOf(quality) })), ending: endingOf(env, registers) }
}

function endingOf({ catalogue, now }: Environment, registers: readonly Register[]): EndingAgreement[] {
  const today = localDate(catalogue.calendar, now())
  const all = registers.flatMap(({ id }) => agreementsWith(catalogue, id)).filter((agreement) => standingOf(agreement, today) !== 'in_force')
  const sorted = all.sort((one, other) => (one.until === other.until ? (one.id < other.id ? -1 : 1) : one.until < other.until ? -1 : 1))
  return sorted.map((agreement) => ({ id: agreement.id, service: agreement.service, register: agreement.register, until: agreement.until, daysLeft: standingOf(agreement, today) === 'expired' ? null : daysLeft(agreement, today) }))
}
