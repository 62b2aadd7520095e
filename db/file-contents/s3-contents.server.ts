import { AwsClient } from 'aws4fetch'

import { type FileContents, safeId } from './file-contents.ts'

/** A bucket that speaks the S3 protocol. `endpoint` holds buckets as the first part of its paths. */
export type Bucket = { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string }

/** Until an answer has come, in ms: a page waits for it. */
const PATIENCE_MS = 20_000
/** After an answer of 5xx or 429. */
const RETRIES = 2

export function s3Contents({ endpoint, bucket, ...access }: Bucket): FileContents {
  const client = new AwsClient({ ...access, service: 's3', retries: RETRIES })
  const ask = async (method: string, id: string, body?: Uint8Array): Promise<Response> => {
    const url = `${endpoint.replace(/\/$/, '')}/${encodeURIComponent(bucket)}/${safeId(id)}`
    const response = await client.fetch(url, { method, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS), ...(body ? { body: body as BodyInit } : {}) })
    if (response.ok || response.status === 404) return response
    await response.body?.cancel()
    throw new Error(`the bucket answered ${response.status} to a ${method}`)
  }
  return {
    put: async (id, content) => {
      const { status } = await ask('PUT', id, content)
      if (status === 404) throw new Error('there is no such bucket')
    },
    get: async (id) => {
      const response = await ask('GET', id)
      return response.status === 404 ? null : new Uint8Array(await response.arrayBuffer())
    },
    remove: async (ids) => {
      for (const id of ids) await (await ask('DELETE', id)).body?.cancel()
    },
  }
}
