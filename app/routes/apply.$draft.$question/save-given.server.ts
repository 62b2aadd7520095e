import { readInput, typedText } from '#app/http/read-input.ts'
import { readUpload } from '#app/http/read-upload.server.ts'
import type { Actor } from '#app/kernel/case/actor.ts'
import { type FieldProblem, refuse } from '#app/kernel/case/problem.ts'
import type { QuestionType } from '#app/kernel/definition/question-type.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import type { DraftField, OpenDraft } from '#app/use-cases/open-draft.ts'
import { promiseAnswer } from '#app/use-cases/promise-answer.ts'
import { reuseEvidence } from '#app/use-cases/reuse-evidence.ts'
import { saveAnswer, type Saved } from '#app/use-cases/save-answer.ts'
import { saveUpload } from '#app/use-cases/save-upload.ts'

import { isPick } from '#app/view/question/is-pick.ts'

/** How saving went, what was typed, to show again if it went wrong, and whether they stay on the page to go on typing. */
export type Given = { saved: Saved; values: Record<string, string>; stays: boolean }

/** Saves what a form says for a question. */
export async function saveGiven(env: Environment, actor: Actor, open: OpenDraft, one: DraftField, request: Request): Promise<Given> {
  const { field } = one
  if (field.type.type === 'file') return { saved: await saveFile(env, actor, open, one, field.type, request), values: {}, stays: false }
  const form = await request.formData()
  if (form.has('promise')) return { saved: await promiseAnswer(env, actor, open.draft.id, field.name), values: {}, stays: false }
  const key = form.get(field.name)
  const input = form.has('skip') ? { value: null } : isPick(open, one) ? { pick: typeof key === 'string' ? key : '' } : readInput(field.type, field.name, form)
  return { saved: await saveAnswer(env, actor, open, field.name, input), values: typedText(field.type, field.name, form), stays: form.has('stay') }
}

async function saveFile(env: Environment, actor: Actor, { draft }: OpenDraft, { field, answer }: DraftField, type: QuestionType & { type: 'file' }, request: Request): Promise<Saved> {
  const { name } = field
  const wrong = (problem: Omit<FieldProblem, 'name'>): Saved => refuse({ code: 'invalid', fields: [{ name, ...problem }] })
  const upload = await readUpload(request, type.maxBytes)
  if (!upload) return wrong({ code: 'not_a_file' })
  if (upload.fields.has('promise')) return promiseAnswer(env, actor, draft.id, name)
  const evidence = upload.fields.get('evidence')
  if (typeof evidence === 'string') return reuseEvidence(env, actor, draft.id, name, evidence)
  if (field.optional && upload.fields.has('skip')) return saveAnswer(env, actor, draft.id, name, { value: null })
  if (upload.tooLarge) return wrong({ code: 'file_too_large', params: { megabytes: type.maxBytes / 1_000_000 } })
  if (upload.file) return saveUpload(env, actor, draft.id, name, upload.file)
  if (field.optional) return saveAnswer(env, actor, draft.id, name, { value: null })
  // Nothing chosen, but something is there: it stays.
  return answer?.file ? { ok: true, draft } : wrong({ code: 'not_a_file' })
}
