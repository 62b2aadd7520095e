import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'

import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'
import type { Store } from '#db/store.ts'
import { openSealedStore } from '#db/vault/open-sealed-store.ts'
import { buildDataKeys } from '#tests/factories/data-keys.ts'

import { fillStore } from './fill-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'onetrip-erased-'))
const path = join(folder, 'portal.db')
const dataKeys = buildDataKeys()
const open = async (at = path): Promise<Store> => openSealedStore(openSqliteStore(at), dataKeys)

afterAll(() => rmSync(folder, { recursive: true }))

describe('a case that is erased', () => {
  it('keeps its bare facts and nothing else, for whoever has the master keys too; a backup of its key does open it', async () => {
    const store = await open()
    await fillStore(store, (where) => `secret ${where}`)
    const database = new Database(path)
    const wrapped = database.prepare<[], string>(`SELECT wrapped FROM keys WHERE id IN ('case:case-1', 'file:file-1')`).pluck().all()
    await database.backup(join(folder, 'backup.db'))
    await store.retention.erase({ caseId: 'case-1', at: 5, years: 3, basis: 'a law' }, ['file-1'])

    // the process that knew the key, and one that begins anew
    for (const one of [store, await open()]) {
      const all = JSON.stringify([await one.cases.load('case-1'), await one.cases.events('case-1'), await one.cases.certificatesOf('case-1'), await one.files.find('file-1')])
      expect(all).not.toContain('secret')
      expect((await one.cases.load('case-1'))?.ref).toBe('REF-case-1')
      expect((await one.cases.events('case-1')).map(({ type }) => type)).toContain('task_reported')
      expect((await one.desk.queue({ desks: ['lead.clerk'], holder: { is: 'anyone' }, service: null, task: null, light: null, now: 0 }, { limit: 5 })).rows[0]?.applicantName).toBe('')
      expect(await one.files.content('file-1')).toBeNull()
      expect(await one.cases.events('case-2')).toMatchObject([{ applicant: { name: 'Li Na' } }])
      await one.close()
    }

    // neither in a free page nor in the log
    for (const file of [path, `${path}-wal`]) for (const text of wrapped) expect(isIn(file, text)).toBe(false)
    database.close()
    const restored = await open(join(folder, 'backup.db'))
    expect(JSON.stringify(await restored.cases.load('case-1'))).toContain('secret state note')
    await restored.close()
  })
})

describe('a person who is forgotten', () => {
  it('has no name, number, mandate or draft, and no key that opens one', async () => {
    const at = join(folder, 'person.db')
    const store = await open(at)
    await fillStore(store, (where) => `secret ${where}`)
    await store.retention.forgetPerson('p1', 9)
    expect(await store.people.find('p1')).toMatchObject({ name: '', subject: null, companies: [] })
    expect(await store.people.findBySubject('secret subject')).toBeNull()
    expect([await store.mandates.heldBy('p1'), await store.drafts.openOf('p1'), await store.keys.ofOwner('person:p1')]).toEqual([[], [], []])
    expect((await store.people.find('p2'))?.name).toBe('secret other name')
    await store.close()
  })
})

function isIn(file: string, text: string): boolean {
  try {
    return readFileSync(file).includes(text)
  } catch {
    return false
  }
}
