import type { Bench } from './harness/row.ts'
import { processBpmn } from './rows/engines/process-bpmn.ts'
import { processDbos, processPgBoss } from './rows/engines/process-postgres.ts'
import { processSqlite } from './rows/engines/process-sqlite.ts'
import { pagesBesideReport } from './rows/pages-beside-report.ts'
import { questionVsDefra, questionVsHmpo } from './rows/question-against-forms.ts'
import { questionPage } from './rows/question-page.ts'
import { queuePage } from './rows/queue-page.ts'
import { boardHistogram, boardHistogram5m, boardHistogramError } from './rows/scale/board-histogram.ts'
import { queue5m, queue5mClaim, queue5mCounts, queue5mDeep } from './rows/scale/queue-scale.ts'
import { groupCommit } from './rows/store/group-commit.ts'
import { submissionPostgres } from './rows/store/submission-postgres.ts'
import { submissionStoreFull, submissionStoreNormal } from './rows/store/submission-store.ts'
import { submissionHttp } from './rows/submission-http.ts'
import { submissionVsDirectus } from './rows/submission-vs-directus.ts'
import { wholeCase } from './rows/whole-case.ts'

/** Every comparison, in the order in which they are run. */
export const benches: readonly Bench[] = [
  questionPage, questionVsDefra, questionVsHmpo, submissionHttp, submissionVsDirectus, queuePage, pagesBesideReport, wholeCase,
  submissionStoreNormal, submissionStoreFull, groupCommit, submissionPostgres,
  processSqlite, processBpmn, processDbos, processPgBoss,
  queue5m, queue5mDeep, queue5mClaim, queue5mCounts, boardHistogram, boardHistogram5m, boardHistogramError,
]
