import { describe, expect, it } from 'vitest'

import { fileContentsOf, wrongFileSettings } from './file-contents-settings.ts'

const none = { FILES_URL: undefined, S3_ENDPOINT: undefined, S3_REGION: 'us-east-1', S3_ACCESS_KEY_ID: undefined, S3_SECRET_ACCESS_KEY: undefined }
const bucket = { ...none, FILES_URL: 's3://uploads', S3_ENDPOINT: 'http://127.0.0.1:1', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' }

describe('the place for uploads', () => {
  it('is the database when nothing is said', () => expect(fileContentsOf(none)).toBeUndefined())
  it('can be a folder', () => expect(fileContentsOf({ ...none, FILES_URL: 'file:///srv/uploads' })).toBeDefined())
  it('can be a bucket', () => expect(fileContentsOf(bucket)).toBeDefined())

  it.each(['uploads', 'file:uploads', 'file:///', 's3://', 's3://UP', 's3://a/b/c', 'https://x'])('is not %s', (FILES_URL) => {
    expect(wrongFileSettings({ ...bucket, FILES_URL })).toHaveLength(1)
    expect(() => fileContentsOf({ ...bucket, FILES_URL })).toThrow('FILES_URL')
  })

  it('says each setting of a bucket that is missing', () => {
    expect(wrongFileSettings({ ...none, FILES_URL: 's3://uploads' }).map((sentence) => sentence.split(' ')[0])).toEqual(['S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])
  })
})
