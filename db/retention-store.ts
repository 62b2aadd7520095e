import type { NewMessage } from './store.ts'

/** That what a case held was destroyed: when, after how many years, by which rule of the schedule. */
export type Erasure = { caseId: string; at: number; years: number; basis: string }

/** Whose time to be kept may be over. */
export type EndedCase = { caseId: string; countsFrom: number }

export type RetentionStore = {
  /** Cases of a service that have ended, whose years count from `before` or earlier, longest ago first; erased ones are not among them. */
  due(service: string, before: number, limit: number): Promise<readonly EndedCase[]>
  /** Kept for another reason: its years count from later. */
  keepOn(caseId: string, countsFrom: number): Promise<void>
  /** Files ever given in this case. `elsewhere`: in another one too, which is not erased. */
  filesOf(caseId: string): Promise<readonly { file: string; elsewhere: boolean }[]>
  /** Destroys the keys of a case and of these files, the content of the files, the draft it was and what was checked in it, in one transaction. */
  erase(erasure: Erasure, files: readonly string[]): Promise<void>
  erasureOf(caseId: string): Promise<Erasure | null>
  /** Destroys the keys and contents of files that no case was given. @returns how many */
  dropFiles(files: readonly string[], at: number): Promise<number>
  /** Drafts last saved at or before `before`, about which nothing was said since, longest ago first. */
  draftsToWarn(before: number, limit: number): Promise<readonly { id: string; person: string; service: string }[]>
  /** Says it once: the message and that it was said, in one transaction. */
  warn(draft: string, at: number, message: NewMessage): Promise<void>
  /** Drafts that nobody saved since they were warned about, at or before `before`. */
  draftsToRemove(before: number, limit: number): Promise<readonly string[]>
  /** Takes out who somebody is: number, name, companies, mandates and sessions; destroys every key of their own. */
  forgetPerson(id: string, at: number): Promise<void>
}
