import { readInput, typedText } from '#app/http/read-input.ts'
import { readUpload } from '#app/http/read-upload.server.ts'
import type { Actor } from '#app/kernel/case/actor.ts'
import { type FieldProblem, refuse } from '#app/kernel/case/problem.ts'
import type { QuestionType } from '#app/kernel/definition/question-type.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import type { Saved } from '#app/use-cases/save-answer.ts'
import { saveCorrection, saveCorrectionUpload } from '#app/use-cases/save-correction.ts'

type Given = { saved: Saved | { ok: true }; values: Record<string, string>; stays: boolean }
type About = { ref: string; name: string; type: QuestionType; /** Something was uploaded before. */ kept: boolean }

/** Reads what the form sent for one question of a return, and saves it. */
export async function saveGiven(env: Environment, actor: Actor, about: About, request: Request): Promise<Given> {
  const { ref, name, type } = about
  if (type.type === 'file') return { saved: await saveFile(env, actor, about, type.maxBytes, request), values: {}, stays: false }
  const form = await request.formData()
  return { saved: await saveCorrection(env, actor, ref, name, readInput(type, name, form)), values: typedText(type, name, form), stays: form.has('stay') }
}

async function saveFile(env: Environment, actor: Actor, { ref, name, kept }: About, maxBytes: number, request: Request): Promise<Given['saved']> {
  const wrong = (problem: Omit<FieldProblem, 'name'>) => refuse({ code: 'invalid', fields: [{ name, ...problem }] })
  const upload = await readUpload(request, maxBytes)
  if (!upload) return wrong({ code: 'not_a_file' })
  if (upload.tooLarge) return wrong({ code: 'file_too_large', params: { megabytes: maxBytes / 1_000_000 } })
  if (upload.file) return saveCorrectionUpload(env, actor, ref, name, upload.file)
  return kept ? { ok: true } : wrong({ code: 'not_a_file' })
}
