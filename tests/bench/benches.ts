import type { Bench } from './harness/row.ts'
import { pagesBesideReport } from './rows/pages-beside-report.ts'
import { questionVsDefra, questionVsHmpo } from './rows/question-against-forms.ts'
import { questionPage } from './rows/question-page.ts'
import { queuePage } from './rows/queue-page.ts'
import { submissionHttp } from './rows/submission-http.ts'
import { submissionVsDirectus } from './rows/submission-vs-directus.ts'
import { wholeCase } from './rows/whole-case.ts'

/** Every comparison, in the order in which they are run. */
export const benches: readonly Bench[] = [questionPage, questionVsDefra, questionVsHmpo, submissionHttp, submissionVsDirectus, queuePage, pagesBesideReport, wholeCase]
