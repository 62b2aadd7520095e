import { describe, expect, it } from 'vitest'

import { numbered, prepare } from './statement.ts'

describe('a statement', () => {
  it('numbers its names, one number each, and leaves casts alone', () => {
    expect(numbered('SELECT :b::text[], :a, x::bigint FROM t WHERE y = :b')).toEqual({ text: 'SELECT $1::text[], $2, x::bigint FROM t WHERE y = $1', names: ['b', 'a'] })
  })

  it('says which value it was not given, and none that it was', async () => {
    const never = { query: () => Promise.reject(new Error('was sent')) }
    await expect(prepare(never, 'two', 'SELECT :one, :two').all({ one: 'secret' })).rejects.toThrow('Statement two was given no two')
  })
})
