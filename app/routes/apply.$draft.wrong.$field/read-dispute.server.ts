import { readInput, typedText } from '#app/http/read-input.ts'
import { readUpload } from '#app/http/read-upload.server.ts'
import type { FieldProblem } from '#app/kernel/case/problem.ts'
import type { QuestionType } from '#app/kernel/definition/question-type.ts'
import type { Dispute } from '#app/use-cases/dispute-record.ts'

const MOST_BYTES = 10_000_000

/** The form as a dispute, what was typed to show again, and a file that is too large to take. */
export async function readDispute(type: QuestionType, name: string, request: Request): Promise<{ dispute: Dispute; typed: Record<string, string>; tooLarge: FieldProblem | null }> {
  const upload = await readUpload(request, MOST_BYTES)
  const form = upload?.fields ?? new FormData()
  const reason = String(form.get('correction_reason') ?? '').normalize('NFC').replaceAll('\r\n', '\n').trim()
  const tooLarge = upload?.tooLarge ? { name: 'correction_proof', code: 'file_too_large' as const, params: { megabytes: MOST_BYTES / 1_000_000 } } : null
  return { dispute: { claimed: readInput(type, name, form), reason, proof: upload?.file ?? null }, typed: { ...typedText(type, name, form), correction_reason: reason }, tooLarge }
}
