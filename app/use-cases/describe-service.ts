import type { Actor, Mandated } from '#app/kernel/case/actor.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'
import { may } from '#app/kernel/permission.ts'

import type { Environment } from './environment.ts'

/** A service as its guide shows it to somebody. */
export type DescribedService = {
  definition: Definition
  /** The services it begins, by the hash it names them by. */
  parts: Readonly<Record<string, Definition>>
  /** Companies the reader may apply for; empty for a service for people. */
  companies: readonly { code: string; name: string }[]
  /** Whom else they may apply for. */
  mandates: readonly Mandated[]
  /** Their last application for it that is not handed in yet. */
  openDraft: string | null
}

/** Null when there is no such service. */
export async function describeService(env: Environment, actor: Actor | null, id: string): Promise<DescribedService | null> {
  const definition = Object.hasOwn(env.catalogue.services, id) ? env.catalogue.services[id] : undefined
  if (!definition) return null
  const subs = nodesOf(definition).flatMap((node) => (node.node === 'sub' ? [node.hash] : []))
  const parts = Object.fromEntries(subs.flatMap((hash) => (env.catalogue.definitions[hash] ? [[hash, env.catalogue.definitions[hash]]] : [])))
  if (actor?.kind !== 'citizen') return { definition, parts, companies: [], mandates: [], openDraft: null }
  const [person, drafts] = await Promise.all([env.store.people.find(actor.id), env.store.drafts.openOf(actor.id)])
  const companies = definition.audience === 'business' ? (person?.companies ?? []) : []
  const kind = definition.audience === 'business' ? 'company' : 'person'
  const mandates = (actor.mandates ?? []).filter((one) => one.kind === kind && may(actor, 'act_for', { subject: one.subject, service: id }, 'own_affairs'))
  return { definition, parts, companies, mandates, openDraft: drafts.find((draft) => draft.service === id)?.id ?? null }
}
