import type { Load } from '#app/kernel/proof/load.ts'
import type { Worst } from '#app/kernel/proof/worst-case.ts'

import type { Definition } from './definition.ts'
import type { QuestionType } from './question-type.ts'

/** What a definition may refer to: read from the other files of `workflows/`. */
export type Surroundings = {
  departments: Readonly<Record<string, Department>>
  /** How many people sit where; null where it is not known, and then not checked. */
  posts: readonly Post[] | null
  concepts: Readonly<Record<string, Concept>>
  registers: Readonly<Record<string, Register>>
  /** Services that a `sub` may begin, by `serviceKey(id, version)`. */
  services: Readonly<Record<string, ProvedService>>
}

/** `regions`: it has its own people in each of them; none: one office for the whole city. */
export type Department = { roles: readonly string[]; regions: readonly string[] }

/** People who sit at every one of these desks (`department.role`, or `department.role.region`). */
export type Post = { desks: readonly string[]; people: number }

/** `office`: how its working days count in a service that begins it. */
export type ProvedService = { definition: Definition; worst: Worst; office: Load }

export const serviceKey = (id: string, version: number): string => `${id}@${version}`

export type Classification = 'public' | 'internal' | 'personal' | 'sensitive'

/**
 * `of`: the same thing as another concept, of the person or company that a third one names (a spouse's name).
 * `reusable`: how long a document that a desk has checked need not be given again.
 */
export type Concept = { name: string; type: QuestionType; classification: Classification; of?: { concept: string; holder: string } | null; reusable?: Reusable | null }

export type Reusable = { amount: number; unit: 'y' | 'd' }

export type Register = {
  id: string
  /** The department that answers for it. */
  owner: string
  refreshed: string
  /** Where it answers over HTTP, and the networks (CIDR) this address may lie in; null: built in. */
  url: string | null
  addresses: readonly string[]
  entities: Readonly<Record<string, Entity>>
}

/** A kind of record: on a person or a company, one or many a subject. */
export type Entity = { name: string; subject: 'person' | 'company'; many: boolean; fields: Readonly<Record<string, Concept>> }
