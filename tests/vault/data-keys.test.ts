import { describe, expect, it } from 'vitest'

import { makeMaster, makeSecret, readDataKeys } from '#db/vault/data-keys.ts'

const [one, two, secret] = [makeMaster('one'), makeMaster('two'), makeSecret()]

describe('keys of the settings', () => {
  it('are read in their order, the current one first', () => {
    const read = readDataKeys(`${one}, ${two}`, secret)
    expect(read.ok && read.keys.masters.map(({ id }) => id)).toEqual(['one', 'two'])
  })

  it.each([
    ['nothing', '', secret, 'DATA_KEYS'],
    ['no id', one.slice(4), secret, 'DATA_KEYS'],
    ['31 bytes', `one:${Buffer.alloc(31, 'abcdefghijklmnopqrstuvwxyz').toString('base64')}`, secret, 'DATA_KEYS'],
    ['32 times the same', `one:${Buffer.alloc(32, 7).toString('base64')}`, secret, 'DATA_KEYS'],
    ['a sentence', 'one:changeme changeme changeme', secret, 'DATA_KEYS'],
    ['a weak older one', `${one},two:${Buffer.alloc(32).toString('base64')}`, secret, 'DATA_KEYS'],
    ['one id twice', `${one},${makeMaster('one')}`, secret, 'same id'],
    ['no index secret', one, '', 'INDEX_SECRET'],
    ['a weak index secret', one, Buffer.alloc(32, 'ab').toString('base64'), 'INDEX_SECRET'],
  ])('are refused with a sentence that quotes nothing: %s', (_, dataKeys, index, sentence) => {
    const read = readDataKeys(dataKeys, index)
    const said = read.ok ? '' : read.messages.join('\n')
    expect(said).toContain(sentence)
    for (const text of [secret, one.slice(4), 'changeme']) expect(said).not.toContain(text)
  })
})
