import { readInput, typedText } from '#app/http/read-input.ts'
import { readUpload } from '#app/http/read-upload.server.ts'
import type { Actor } from '#app/kernel/case/actor.ts'
import type { ApplicationField } from '#app/kernel/case/check-application.ts'
import { type FieldProblem, refuse } from '#app/kernel/case/problem.ts'
import type { Commanded } from '#app/use-cases/decide-and-commit.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { supplyMaterial, supplyUpload } from '#app/use-cases/supply-material.ts'

/** How it went, and what was typed, to show again if it went wrong. */
type Given = { done: Commanded; values: Record<string, string> }

/** Hands in what the form of one material holds. */
export async function supplyGiven(env: Environment, actor: Actor, ref: string, { name, type }: ApplicationField, request: Request): Promise<Given> {
  if (type.type === 'file') return { done: await supplyFile(env, actor, ref, name, type.maxBytes, request), values: {} }
  const form = await request.formData()
  return { done: await supplyMaterial(env, actor, ref, name, readInput(type, name, form)), values: typedText(type, name, form) }
}

async function supplyFile(env: Environment, actor: Actor, ref: string, name: string, maxBytes: number, request: Request): Promise<Commanded> {
  const wrong = (problem: Omit<FieldProblem, 'name'>) => refuse({ code: 'invalid', fields: [{ name, ...problem }] })
  const upload = await readUpload(request, maxBytes)
  if (upload?.tooLarge) return wrong({ code: 'file_too_large', params: { megabytes: maxBytes / 1_000_000 } })
  return upload?.file ? supplyUpload(env, actor, ref, name, upload.file) : wrong({ code: 'not_a_file' })
}
