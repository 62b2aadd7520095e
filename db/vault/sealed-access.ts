import type { AccessEntry, AccessStore } from '../access-store.ts'
import type { Page, Store } from '../store.ts'

import type { Keys } from './key-ring.ts'
import { joinPersonal, splitPersonal, type Touch } from './personal-part.ts'
import { keyIdOf } from './sealed-text.ts'
import { indexed, openSubjects } from './subjects.ts'
import { standing, subjectKey, subjectKeyId, type Vault } from './vault.ts'

/*
 * An entry is sealed for whose data it was. The sealed names stand where the reader's name is: those of officials stay beside it, so
 * only citizens' entries and those on somebody's behalf have anything to seal.
 */

const place = (id: string): string => `access_log/reader/${id}`

const walk = (entry: AccessEntry, touch: Touch): AccessEntry => ({
  ...entry,
  reader: entry.reader.kind === 'citizen' ? { ...entry.reader, name: touch('reader', entry.reader.name, '') } : entry.reader,
  onBehalfOf: touch('onBehalfOf', entry.onBehalfOf, null),
})

export function sealedAccess({ access: inner }: Store, vault: Vault): AccessStore {
  const openPage = async (page: Page<AccessEntry>): Promise<Page<AccessEntry>> => ({ ...page, rows: await openEntries(vault, page.rows) })
  return {
    ...inner,
    append: async (entries, counts) => {
      // what is read at once is about one or two people
      const { index } = indexed(vault, entries.map(({ subject }) => subject))
      const keys = await vault.ring.ensure([...new Set(entries.map(({ subject }) => subject))].map((subject) => subjectKey({ subjectIndex: index }, subject)))
      await inner.append(entries.map((entry) => sealEntry(keys, index(entry.subject), entry)), counts)
    },
    of: async (query, page) => openPage(await inner.of({ ...query, subject: vault.subjectIndex(query.subject) }, page)),
    find: async (id) => {
      const kept = await inner.find(id)
      return kept ? ((await openEntries(vault, [kept]))[0] ?? null) : null
    },
    departmentsOf: (subject, now) => inner.departmentsOf(vault.subjectIndex(subject), now),
    refused: async (registers, page) => openPage(await inner.refused(registers, page)),
  }
}

type Sealed = { sealed?: string }

function sealEntry(keys: Keys, subject: string, entry: AccessEntry): AccessEntry {
  const { bare, sealed } = splitPersonal(standing(keys(subjectKeyId(subject))), place(entry.id), entry, walk)
  const reader: AccessEntry['reader'] & Sealed = { ...bare.reader, sealed }
  return { ...bare, subject, reader }
}

async function openEntries(vault: Vault, rows: readonly AccessEntry[]): Promise<AccessEntry[]> {
  const keys = await vault.ring.load(rows.map((row) => keyIdOf(sealedIn(row))))
  const numberOf = await openSubjects(vault, rows.map(({ subject }) => subject))
  return rows.map((row) => {
    const { sealed: _names, ...reader } = row.reader as AccessEntry['reader'] & Sealed
    const bare = { ...row, reader, subject: numberOf(row.subject) ?? '' }
    const sealed = sealedIn(row)
    return joinPersonal(keys(keyIdOf(sealed)), place(row.id), { bare, sealed }, walk)
  })
}

const sealedIn = ({ reader }: AccessEntry): string => String((reader as AccessEntry['reader'] & Sealed).sealed)
