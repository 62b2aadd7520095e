import type { Actor } from '#app/kernel/case/actor.ts'
import { type CaseState, suspendedUntil } from '#app/kernel/case/case-state.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { Certificate } from '#db/store.ts'

import { definitionOf, type Environment } from './environment.ts'
import { fileContent } from './file-content.ts'
import { findCase } from './find-case.ts'
import { MOST_PIXELS, picturePixels } from './picture-pixels.ts'

/** A certificate as its holder sees it. */
export type OpenCertificate = {
  certificate: Certificate
  definition: Definition
  /** The last day on which it is set aside; null: it is not. */
  suspendedUntil: string | null
  /** Of the holder, if one is on it and it is no larger than a page can bear. */
  picture: { content: Uint8Array; mediaType: 'image/png' | 'image/jpeg' } | null
}

const PICTURE_BYTES = 500_000

/** The certificates of a case, for its applicant; null for anybody else. */
export async function openCertificates(env: Environment, actor: Actor, ref: string): Promise<readonly OpenCertificate[] | null> {
  const state = await findCase(env, actor, ref, 'follow_case')
  if (!state) return null
  const certificates = await env.store.cases.certificatesOf(state.id)
  return Promise.all(certificates.map((certificate) => describe(env, state, certificate)))
}

/** One certificate by its code, for its applicant; null for anybody else. */
export async function openCertificate(env: Environment, actor: Actor, code: string): Promise<OpenCertificate | null> {
  const certificate = await env.store.cases.certificate(code)
  const state = certificate && (await findCase(env, actor, certificate.ref, 'follow_case'))
  return state ? describe(env, state, certificate) : null
}

async function describe(env: Environment, state: CaseState, certificate: Certificate): Promise<OpenCertificate> {
  const definition = await definitionOf(env, state.service, state.definitionHash)
  return { certificate, definition, suspendedUntil: suspendedUntil(state, certificate.code), picture: await readPicture(env, certificate) }
}

async function readPicture(env: Environment, { shown }: Certificate): Promise<OpenCertificate['picture']> {
  const file = shown.find((one) => one.file?.mediaType.startsWith('image/'))?.file
  if (!file || file.bytes > PICTURE_BYTES) return null
  const found = await fileContent(env, file.id)
  if (!found.ok) return null
  const { content } = found
  // Kept before uploads were held to it.
  if (picturePixels(content) > MOST_PIXELS) return null
  if (file.mediaType === 'image/png' || file.mediaType === 'image/jpeg') return { content, mediaType: file.mediaType }
  return null
}
