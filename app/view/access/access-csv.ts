import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import type { DescribedAccess } from '#app/use-cases/describe-access.ts'
import { csvLine } from '#app/view/csv-line.ts'

import { accessRow } from './access-row.ts'
import { listWords } from './list-words.ts'
import { zonedTime } from './zoned-time.ts'

const columns = ['when', 'who', 'how', 'purpose', 'service', 'case', 'whose', 'source', 'fields', 'legal'] as const

/** The lines of the log as a table, in the reader's language, one after the other. Times are those of the city's zone. */
export async function* accessCsv(t: TFunction, lang: Language, zone: string, looks: AsyncIterable<DescribedAccess>): AsyncGenerator<string> {
  yield csvLine(columns.map((column) => t(`mydata:csv.${column}`)))
  const describe = accessRow(t)
  for await (const look of looks) {
    const { at, who, how, purpose, service, ref, whose, source, fields, legal } = describe(look)
    yield csvLine([zonedTime(zone, at), who, how, purpose, service, ref, whose, source, listWords(lang, fields), legal])
  }
}
