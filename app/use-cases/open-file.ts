import type { Actor } from '#app/kernel/case/actor.ts'
import { fieldNamed } from '#app/kernel/definition/field-named.ts'
import { may } from '#app/kernel/permission.ts'
import type { StoredFile } from '#db/store.ts'

import { definitionOf, type Environment } from './environment.ts'
import { fileContent } from './file-content.ts'
import { logLook } from './look-at-case.ts'

/**
 * An uploaded file with its content, for its owner, or for a desk that holds a task on the case it was given for.
 * Null for everybody else, as if there were none; the content is null while it waits to be scanned. A desk's look is in the access log first.
 * @param ref the case it belongs to; null for a draft's
 */
export async function openFile(env: Environment, actor: Actor, id: string, ref: string | null): Promise<{ file: StoredFile; content: Uint8Array | null } | null> {
  const file = await env.store.files.find(id)
  if (!file) return null
  const state = ref ? await env.store.cases.loadByRef(ref) : null
  const definition = state ? await definitionOf(env, state.service, state.definitionHash) : null
  const name = state ? Object.keys(state.answers).find((key) => state.answers[key]?.file?.id === id) : undefined
  const field = name && definition ? fieldNamed(definition, name) : null
  const inCase = field ? state : null
  if (!may(actor, 'read_file', { file, case: inCase, field }, actor.kind === 'staff' ? 'case_work' : 'own_affairs')) return null
  const answer = name ? state?.answers[name] : undefined
  if (actor.kind === 'staff' && state && definition && field && answer) await logLook(env, actor, definition, state, [{ field, answer }], 'file')
  const content = await fileContent(env, id)
  if (content.ok) return { file, content: content.content }
  return content.why === 'withheld' ? { file, content: null } : null
}
