import { resolve } from 'node:path'

import { describe, expect, test } from 'vitest'

import { readSettings } from './env.server.ts'

const TOKEN = 'a'.repeat(32)
const messages = (source: Record<string, string>): string[] => {
  const read = readSettings(source)
  return read.ok ? [] : read.messages
}
const settings = (source: Record<string, string>) => {
  const read = readSettings(source)
  if (!read.ok) throw new Error(read.messages.join('\n'))
  return read.settings
}

describe('without any setting', () => {
  test('the portal serves this machine alone, and keeps its data beside itself', () => {
    expect(settings({})).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      DRAIN_MS: 0,
      S3_REGION: 'us-east-1',
      DATA_DIR: resolve('data'),
      DATABASE_URL: `file:${resolve('data')}/onetrip.db`,
      REGISTER_TOKENS: {},
      REGISTER_URLS: {},
      REGISTER_SECRETS: {},
      SIGN_IN_PROVIDERS: [],
      CITIZEN_IDLE_MINUTES: 30,
      STAFF_IDLE_MINUTES: 15,
      TRUSTED_PROXIES: [],
      LOG_LEVEL: 'info',
    })
  })

  test('and the same when settings are there but empty', () => {
    const empty = { PORT: '', HOST: '', DATA_DIR: '', DATABASE_URL: '', OUTBOX_URL: '', REGISTER_TOKENS: '', REGISTER_URLS: '', REGISTER_SECRETS: '', LOG_LEVEL: '' }
    expect(settings(empty)).toEqual(settings({}))
  })
})

test('what is set is taken', () => {
  const set = { PORT: '8080', HOST: '0.0.0.0', DATA_DIR: '/var/onetrip', OUTBOX_URL: 'https://notices.example/in', LOG_LEVEL: 'warn' }
  expect(settings(set)).toMatchObject({ ...set, PORT: 8080, DATABASE_URL: 'file:/var/onetrip/onetrip.db' })
  const registers = { REGISTER_TOKENS: `{"health":"${TOKEN}"}`, REGISTER_URLS: '{"traffic":"http://127.0.0.1:4001"}', REGISTER_SECRETS: `{"traffic":"${TOKEN}"}` }
  expect(settings(registers)).toMatchObject({ REGISTER_TOKENS: { health: TOKEN }, REGISTER_URLS: { traffic: 'http://127.0.0.1:4001' }, REGISTER_SECRETS: { traffic: TOKEN } })
})

test('the database may lie elsewhere than the data', () => {
  expect(settings({ DATABASE_URL: 'memory:' }).DATABASE_URL).toBe('memory:')
})

test('nothing else of the environment comes through', () => {
  expect(settings({ HOME: '/root', SECRET: 'x' })).toEqual(settings({}))
})

describe('a sentence says which setting is wrong', () => {
  test.each(['abc', '-1', '65536', '80.5', '0x'])('PORT %j', (PORT) => {
    expect(messages({ PORT })).toEqual([expect.stringMatching(/^PORT: \S+ .+/)])
  })

  test.each(['nonsense', '[]', '"x"', 'null', '{"health": 1}', '{"health": ["x"]}', '{', `{"health": "${'a'.repeat(31)}"}`])('REGISTER_TOKENS %j', (REGISTER_TOKENS) => {
    expect(messages({ REGISTER_TOKENS })).toEqual(['REGISTER_TOKENS: must be JSON such as {"health": "a secret of at least 32 characters"}'])
  })

  test.each(['nonsense', '[]', '{"traffic": "127.0.0.1:4001"}', '{"traffic": "ftp://traffic.example"}', '{"traffic": 4001}'])('REGISTER_URLS %j', (REGISTER_URLS) => {
    expect(messages({ REGISTER_URLS })).toEqual(['REGISTER_URLS: must be JSON such as {"traffic": "https://traffic.example/register"}'])
  })

  test.each(['nonsense', `{"traffic": "${'a'.repeat(31)}"}`])('REGISTER_SECRETS %j', (REGISTER_SECRETS) => {
    expect(messages({ REGISTER_SECRETS })).toEqual(['REGISTER_SECRETS: must be JSON such as {"traffic": "a secret of at least 32 characters"}'])
  })

  test.each(['nonsense', 'ftp://notices.example', 'file:///etc/passwd', 'javascript:alert(1)'])('OUTBOX_URL %j', (OUTBOX_URL) => {
    expect(messages({ OUTBOX_URL })).toEqual([expect.stringMatching(/^OUTBOX_URL: \S+ .+/)])
  })

  test('LOG_LEVEL', () => expect(messages({ LOG_LEVEL: 'loud' })).toEqual([expect.stringMatching(/^LOG_LEVEL: \S+ .+/)]))

  test('for each that is wrong', () => {
    expect(messages({ PORT: 'x', LOG_LEVEL: 'x', REGISTER_TOKENS: 'x' })).toHaveLength(3)
  })

  test('and never with the secret in it', () => {
    const short = '{"health": "short secret"}'
    expect(messages({ REGISTER_TOKENS: short, REGISTER_SECRETS: short, REGISTER_URLS: short }).join()).not.toContain('short secret')
  })
})
