import { fileURLToPath } from 'node:url'

import type { Settings } from '#app/env.server.ts'
import type { FileContents } from '#db/file-contents/file-contents.ts'
import { folderContents } from '#db/file-contents/folder-contents.server.ts'
import { s3Contents } from '#db/file-contents/s3-contents.server.ts'

export type FileSettings = Pick<Settings, 'FILES_URL' | 'S3_ENDPOINT' | 'S3_REGION' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY'>

const FILE = /^file:\/\/\/.+/
const BUCKET = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/?$/

/** A sentence for each setting that is missing or wrong, and what to write instead. */
export function wrongFileSettings(settings: FileSettings): string[] {
  const { FILES_URL: url } = settings
  if (url === undefined || FILE.test(url)) return []
  if (!BUCKET.test(url)) return ['FILES_URL names no place for uploads: write file:///srv/uploads for a folder that every portal sees, or s3://bucket.']
  const missing = (['S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const).filter((name) => settings[name] === undefined)
  return missing.map((name) => `${name} is not set: uploads go to a bucket (FILES_URL).`)
}

/** Where uploads lie by the settings; undefined: in the database. Throws the sentences of what is wrong. */
export function fileContentsOf(settings: FileSettings): FileContents | undefined {
  const wrong = wrongFileSettings(settings)
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
  const { FILES_URL: url, S3_ENDPOINT: endpoint = '', S3_REGION: region, S3_ACCESS_KEY_ID: accessKeyId = '', S3_SECRET_ACCESS_KEY: secretAccessKey = '' } = settings
  if (url === undefined) return undefined
  if (FILE.test(url)) return folderContents(fileURLToPath(url))
  return s3Contents({ endpoint, bucket: BUCKET.exec(url)?.[1] ?? '', region, accessKeyId, secretAccessKey })
}
