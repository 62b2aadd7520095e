import type { DefinitionProblemCode } from '#app/kernel/definition/definition-problem.ts'

/** What must be told: its code, the place (`▸` stands before the column, the text around it once in the file), the message. */
export type Told = { code: DefinitionProblemCode; at: string; says: string; file: string | null }

/** A sound tree with one text changed, and everything that must be told of it. */
export type Broken = { file: string; from: string; to: string; told: readonly Told[] }

export const STALL = 'services/stall-permit/service.yaml'
export const FEES = 'services/stall-permit/tables.yaml'
export const OWN = 'services/own-stall/service.yaml'
export const TRADER = 'services/register-trader/service.yaml'
export const DISPUTE = 'services/entry-dispute/service.yaml'
export const CARD = 'services/angling-card/service.yaml'

export const broken = (file: string, from: string, to: string, ...told: readonly Told[]): Broken => ({ file, from, to, told })

/** @param file where the problem is told; left out: in the file that was changed */
export const told = (code: DefinitionProblemCode, at: string, says: string, file: string | null = null): Told => ({ code, at, says, file })
