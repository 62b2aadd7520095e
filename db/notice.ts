import type { CaseSummary } from './store.ts'

/** Made public by a case from `since` until just before `until`. */
export type OpenNotice = { wait: string; since: number; until: number }

/** The same with what a list shows of the case. */
export type NoticeRow = OpenNotice & Pick<CaseSummary, 'caseId' | 'ref' | 'service' | 'applicantName' | 'company'>
