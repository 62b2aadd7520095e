import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** `points` in `seconds` for each key. */
export type Budget = { points: number; seconds: number }

export const budgetKinds = ['address', 'address_send', 'address_sign_in', 'person', 'person_send', 'person_look', 'subject'] as const
export type BudgetKind = (typeof budgetKinds)[number]

/** `waitSeconds`: until there is something left again. */
export type Taken = { ok: true } | { ok: false; waitSeconds: number }

/** Takes one from what a key has left; counted in this process, so several portals allow several times as much. */
export type Budgets = { take(kind: BudgetKind, key: string): Promise<Taken> }

/**
 * What people never need, and programs that try things out do (OWASP ASVS 5.0, V2.4: limits on what can be automated).
 * An address may be an office or a village behind one router; a person is one.
 */
export const usualBudgets: Readonly<Record<BudgetKind, Budget>> = {
  /** Pages and files that one network address asks for. */
  address: { points: 1200, seconds: 60 },
  /** Forms that one address sends. */
  address_send: { points: 300, seconds: 60 },
  /** Attempts at signing in from one address. */
  address_sign_in: { points: 60, seconds: 600 },
  /** Pages of one person. */
  person: { points: 1200, seconds: 60 },
  /** Forms of one person. */
  person_send: { points: 240, seconds: 60 },
  /** Cases and files that one clerk opens. */
  person_look: { points: 300, seconds: 3600 },
  /** Reads of one person's or company's records in one register. */
  subject: { points: 200, seconds: 3600 },
}

export function makeBudgets(budgets: Readonly<Record<BudgetKind, Budget>> = usualBudgets): Budgets {
  const limiters = Object.fromEntries(budgetKinds.map((kind) => [kind, new RateLimiterMemory({ points: budgets[kind].points, duration: budgets[kind].seconds })])) as Record<BudgetKind, RateLimiterMemory>
  return {
    take: async (kind, key) => {
      try {
        await limiters[kind].consume(key)
        return { ok: true }
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        return { ok: false, waitSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) }
      }
    },
  }
}

/** On a machine of one's own everybody has the same address. */
export const budgetsOfOneMachine: Readonly<Record<BudgetKind, Budget>> = {
  ...usualBudgets,
  address: { points: 1_000_000, seconds: 60 },
  address_send: { points: 1_000_000, seconds: 60 },
  address_sign_in: { points: 1_000_000, seconds: 60 },
}

/** For tests: everybody may ask for everything. */
export const noBudgets: Budgets = { take: async () => ({ ok: true }) }
