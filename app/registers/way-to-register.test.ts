import { describe, expect, it, test } from 'vitest'

import { traffic } from '#tests/faults/asked.ts'

import { wayTo } from './way-to-register.ts'

const SECRET = 'a'.repeat(32)
const secrets = { traffic: SECRET }
const inFile = (url: string | null, addresses: readonly string[] = []) =>
  wayTo({ ...traffic, url, addresses }, { REGISTER_URLS: {}, REGISTER_SECRETS: secrets })
const inEnvironment = (url: string, addresses: readonly string[] = []) =>
  wayTo({ ...traffic, url: 'https://old.example', addresses }, { REGISTER_URLS: { traffic: url }, REGISTER_SECRETS: secrets })

it('is built in without an address', () => {
  expect(inFile(null)).toEqual({ ok: true, url: null })
})

it('is the address of the register’s file, anywhere in public unless the file says where', () => {
  expect(inFile('https://traffic.example/api/')).toEqual({ ok: true, url: 'https://traffic.example/api/', secret: SECRET, addresses: [] })
  expect(inFile('https://traffic.example', ['10.0.0.0/8'])).toMatchObject({ addresses: ['10.0.0.0/8'] })
  expect(inFile('https://10.1.2.3', ['10.0.0.0/8'])).toMatchObject({ ok: true })
})

it('is the address of the environment before the file’s, which keeps saying where it may be', () => {
  expect(inEnvironment('https://new.example', ['10.0.0.0/8'])).toEqual({ ok: true, url: 'https://new.example/', secret: SECRET, addresses: ['10.0.0.0/8'] })
})

test.each([
  ['http://127.0.0.1:4001', '127.0.0.1/32'],
  ['http://127.1:4001', '127.0.0.1/32'],
  ['https://127.0.0.9', '127.0.0.9/32'],
  ['http://[::1]:4001', '::1/128'],
  ['http://[::ffff:127.0.0.1]', '127.0.0.1/32'],
])('%s in the environment allows %s and nothing else', (url, network) => {
  expect(inEnvironment(url, ['10.0.0.0/8'])).toMatchObject({ ok: true, addresses: [network] })
})

describe('a sentence says what is wrong', () => {
  test.each([
    ['http://traffic.example', 'personal data goes over https'],
    ['http://localhost:4001', 'personal data goes over https'],
    ['http://10.0.0.1', 'personal data goes over https'],
    ['https://10.0.0.1', 'its "addresses" do not allow it: public ones only.'],
    ['https://169.254.169.254', 'do not allow it'],
    ['https://me:secret@traffic.example', 'it may have a host and a path only.'],
    ['https://traffic.example/?a=b', 'it may have a host and a path only.'],
    ['ftp://traffic.example', 'that is not an http or https address.'],
    ['traffic.example', 'that is not an http or https address.'],
  ])('with %s', (url, message) => {
    expect(inFile(url)).toEqual({ ok: false, message: expect.stringContaining(message) })
  })

  test('with this machine’s own address in the file, where anybody who writes definitions could name it', () => {
    expect(inFile('http://127.0.0.1:4001')).toEqual({ ok: false, message: expect.stringContaining('do not allow it') })
  })

  test.each<Record<string, string>>([{}, { health: SECRET }, { traffic: 'a'.repeat(31) }])('with no secret for it in %j, which is not repeated', (REGISTER_SECRETS) => {
    const way = wayTo({ ...traffic, url: 'https://traffic.example' }, { REGISTER_URLS: {}, REGISTER_SECRETS })
    const sentence = 'The register traffic has the address https://traffic.example, but REGISTER_SECRETS has no secret of at least 32 characters for it.'
    expect(way).toEqual({ ok: false, message: sentence })
  })
})
