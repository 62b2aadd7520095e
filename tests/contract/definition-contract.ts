import { expect, it } from 'vitest'

import { buildCommit, buildSummary } from '#tests/factories/case-commit.ts'
import { buildSubmitted } from '#tests/factories/case-event.ts'
import { buildCaseState } from '#tests/factories/case-state.ts'
import { at, buildDefinition } from '#tests/factories/definition.ts'

import type { Contract } from './store-contract.ts'

/** A submitted case of a definition, ended or not. */
function caseOf(caseId: string, definitionHash: string, isEnded: boolean) {
  const [ref, endedAt, end] = [`REF-${caseId}`, isEnded ? at('2026-03-09') : null, isEnded ? ('granted' as const) : null]
  const state = buildCaseState({ id: caseId, ref, definitionHash, end, endedAt })
  return buildCommit({ caseId, events: [buildSubmitted({ caseId, ref, definitionHash })], state, summary: buildSummary({ caseId, ref, end, endedAt }) })
}

export const definitionContract: Contract = (store) => {
  it('tells which definitions cases go by, and no others', async () => {
    for (const hash of ['used', 'unused']) await store().definitions.save({ ...buildDefinition(), hash })
    expect(await store().definitions.inUse()).toEqual([])
    await store().commit(caseOf('case-1', 'used', false))
    expect((await store().definitions.inUse()).map(({ service, version, hash, guide }) => [service, version, hash, typeof guide])).toEqual([['trial', 1, 'used', 'object']])
  })

  it('knows of a case that was moved to another definition', async () => {
    for (const hash of ['one', 'other']) await store().definitions.save({ ...buildDefinition(), hash })
    await store().commit(caseOf('case-1', 'one', false))
    const moved = buildCaseState({ id: 'case-1', ref: 'REF-case-1', definitionHash: 'other', version: 2 })
    const event = { type: 'version_changed', definitionHash: 'other', definitionVersion: 2, choices: {}, at: at('2026-03-03'), actor: { kind: 'system', id: 'system', name: 'system' } } as const
    expect(await store().commit(buildCommit({ caseId: 'case-1', expectedVersion: 1, events: [event], state: moved }))).toEqual({ ok: true })
    expect((await store().definitions.inUse()).map(({ hash }) => hash)).toEqual(['other'])
  })

  it('lists the ended cases of a definition page by page', async () => {
    for (const [id, hash, isEnded] of [['case-3', 'one', true], ['case-1', 'one', true], ['case-2', 'one', false], ['case-4', 'other', true], ['case-5', 'one', true]] as const) {
      await store().commit(caseOf(id, hash, isEnded))
    }
    const first = await store().cases.endedOf('one', null, 2)
    expect(first.map(({ id, end }) => [id, end])).toEqual([['case-1', 'granted'], ['case-3', 'granted']])
    expect((await store().cases.endedOf('one', 'case-3', 2)).map(({ id }) => id)).toEqual(['case-5'])
    expect(await store().cases.endedOf('nobody', null, 2)).toEqual([])
  })
}
