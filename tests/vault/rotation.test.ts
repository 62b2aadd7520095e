import { createSecretKey, randomBytes } from 'node:crypto'

import { expect, it } from 'vitest'

import type { KeyStore } from '#db/key-store.ts'
import { openMemoryStore } from '#db/memory/memory-store.ts'
import { BrokenSeal } from '#db/vault/broken-seal.ts'
import type { DataKeys } from '#db/vault/data-keys.ts'
import { openSealedStore, WrongKeys } from '#db/vault/open-sealed-store.ts'
import { rotateKeys } from '#db/vault/rotate-keys.ts'
import { buildDataKeys } from '#tests/factories/data-keys.ts'
import { buildPerson } from '#tests/factories/person.ts'

const old = buildDataKeys('old')
const both: DataKeys = { ...old, masters: [{ id: 'new', secret: createSecretKey(randomBytes(32)) }, ...old.masters] }
const onlyNew: DataKeys = { ...both, masters: [both.masters[0]] }
const people = Array.from({ length: 700 }, (_, index) => buildPerson({ id: `p${index}`, name: `name ${index}`, subject: `number ${index}` }))

async function filled() {
  const inner = openMemoryStore()
  const store = await openSealedStore(inner, old)
  await store.people.put(people)
  return { inner, store }
}

it('goes on where it was killed, while the portal writes, and then the old master key opens nothing and is not needed', async () => {
  const { inner, store } = await filled()
  let batches = 0
  const killed: KeyStore = { ...inner.keys, rewrap: async (keys) => ((batches += 1) === 2 ? Promise.reject(new Error('killed')) : inner.keys.rewrap(keys)) }
  await expect(rotateKeys(killed, both)).rejects.toThrow('killed')
  expect((await inner.keys.counts()).map(({ master }) => master)).toEqual(['new', 'old'])
  expect(await store.people.find('p5')).toEqual(people[5])
  // this portal still makes keys under the old one
  await store.people.put([buildPerson({ id: 'late', name: 'Late', subject: 'late' })])
  expect(await rotateKeys(inner.keys, both)).toBeGreaterThan(0)
  expect((await inner.keys.counts()).map(({ master }) => master)).toEqual(['new'])
  const later = await openSealedStore(inner, onlyNew)
  expect(await later.people.find('p699')).toEqual(people[699])
  expect((await later.people.findBySubject('late'))?.name).toBe('Late')
  await expect(openSealedStore(inner, old)).rejects.toThrow(WrongKeys)
})

it('stops at a key whose master key is not given, and changes nothing of it', async () => {
  const { inner } = await filled()
  const before = await inner.keys.counts()
  await expect(rotateKeys(inner.keys, onlyNew)).rejects.toThrow(BrokenSeal)
  expect(await inner.keys.counts()).toEqual(before)
})

it('refuses data of other keys, of another index, and of nobody’s keys, each with its own sentence', async () => {
  const { inner } = await filled()
  await expect(openSealedStore(inner, buildDataKeys('old'))).rejects.toThrow('DATA_KEYS')
  await expect(openSealedStore(inner, { ...old, index: randomBytes(32) })).rejects.toThrow('INDEX_SECRET')
  const bare = openMemoryStore()
  await bare.people.put([buildPerson({ demo: 'wang' })])
  await expect(openSealedStore(bare, old)).rejects.toThrow('earlier version')
})
