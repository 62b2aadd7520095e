import type { Actor } from '#app/kernel/case/actor.ts'
import { checkAnswer } from '#app/kernel/case/check-answer.ts'
import type { FieldProblem } from '#app/kernel/case/problem.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import type { QuestionType } from '#app/kernel/definition/question-type.ts'
import type { Verdict } from '#db/scan-store.ts'

import type { Environment } from './environment.ts'
import { MOST_PIXELS, picturePixels } from './picture-pixels.ts'
import { noteUse } from './security/note-use.ts'
import { describeUpload, type Upload } from './store-upload.ts'

/** `verdict`: null where no scanner is configured. */
export type Examined = { ok: true; verdict: Verdict | null } | { ok: false; problem: FieldProblem }

/**
 * Looks at an upload before it is kept: is it what the question asks for, and free of malware? What the scanner can't say
 * now is kept and waits to be scanned; until then nobody is given it.
 */
export async function examineUpload(env: Environment, actor: Actor, name: string, type: QuestionType, upload: Upload): Promise<Examined> {
  const file = await describeUpload(upload)
  const wrong = checkAnswer(name, type, { value: file.id, source: 'applicant', envelope: null, file }, localDate(env.catalogue.calendar, env.now()))
  if (wrong) return { ok: false, problem: wrong }
  if (picturePixels(upload.content) > MOST_PIXELS) return { ok: false, problem: { name, code: 'too_many_pixels', params: { megapixels: MOST_PIXELS / 1_000_000 } } }
  if (!env.scan) return { ok: true, verdict: null }
  const said = await env.scan(upload.content)
  if (said !== 'infected') return { ok: true, verdict: said === 'clean' ? 'clean' : 'waiting' }
  await noteUse(env, { kind: 'malware', person: actor.id, address: '', route: null })
  return { ok: false, problem: { name, code: 'infected_file' } }
}
