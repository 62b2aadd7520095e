import { expect, test } from 'vitest'

import { buildDefinition } from '#tests/factories/definition.ts'

import { changedVersions } from './changed-versions.ts'

const now = { ...buildDefinition(), hash: 'now' }
const versions = { 'trial@1': now }

test('a version that cases go by and that says something else is told, with what to do', () => {
  const [told = '', ...more] = changedVersions([{ ...now, hash: 'before' }], versions)
  expect(told).toContain('trial: version 1 has been changed')
  expect(told).toContain('workflows/services/trial/history/1.yaml')
  expect(told).toContain('version: 2')
  expect(more).toEqual([])
})

test('the same content, a version that is gone, and what an older portal hashed are left alone', () => {
  const { guide: _guide, ...older } = now
  expect(changedVersions([now, { ...now, version: 7, hash: 'gone' }, { ...older, hash: 'older' }], versions)).toEqual([])
})
