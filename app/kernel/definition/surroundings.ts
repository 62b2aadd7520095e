import type { QuestionType } from './question-type.ts'

/** What a definition may refer to: read from the other files of `workflows/`. */
export type Surroundings = {
  /** Roles by department. */
  departments: Readonly<Record<string, readonly string[]>>
  concepts: Readonly<Record<string, Concept>>
  registers: Readonly<Record<string, Register>>
}

export type Classification = 'public' | 'internal' | 'personal' | 'sensitive'

export type Concept = { name: string; type: QuestionType; classification: Classification }

export type Register = {
  id: string
  /** The department that answers for it. */
  owner: string
  refreshed: string
  entities: Readonly<Record<string, Entity>>
}

/** A kind of record: on a person or a company, one or many a subject. */
export type Entity = { name: string; subject: 'person' | 'company'; many: boolean; fields: Readonly<Record<string, Concept>> }
