import { describe, expect, it } from 'vitest'

import type { NoticeRow } from '#db/notice.ts'
import { buildCommit, buildSummary } from '#tests/factories/case-commit.ts'

import type { Contract } from './store-contract.ts'

const notice = (wait: string, until: number) => ({ wait, since: 10, until })
const commit = (caseId: string, ...notices: { wait: string; since: number; until: number }[]) => buildCommit({ caseId, notices })

export const noticeContract: Contract = (store) => {
  describe('public notices', () => {
    const fill = async () => {
      await store().commit(commit('case-b', notice('first', 300), notice('second', 100)))
      await store().commit(commit('case-a', notice('first', 300)))
      await store().commit(commit('case-c'))
    }
    const named = ({ caseId, wait }: NoticeRow): string => `${caseId} ${wait}`

    it('come soonest over first, with what a list shows of their case', async () => {
      await fill()
      const { rows } = await store().cases.notices({ limit: 10 })
      expect(rows.map(named)).toEqual(['case-b second', 'case-a first', 'case-b first'])
      const { ref, service, applicantName, company } = buildSummary({ caseId: 'case-b' })
      expect(rows[0]).toEqual({ caseId: 'case-b', wait: 'second', since: 10, until: 100, ref, service, applicantName, company })
    })

    it('come page by page, forward and back', async () => {
      await fill()
      const first = await store().cases.notices({ limit: 2 })
      const second = await store().cases.notices({ limit: 2, after: first.next })
      expect([first.rows.length, second.rows.map(named), second.next]).toEqual([2, ['case-b first'], null])
      expect((await store().cases.notices({ limit: 2, before: second.previous })).rows).toEqual(first.rows)
    })

    it('go with the next commit that no longer lists them', async () => {
      await fill()
      await store().commit(buildCommit({ caseId: 'case-b', expectedVersion: 1, notices: [notice('first', 300)] }))
      expect((await store().cases.notices({ limit: 10 })).rows.map(named)).toEqual(['case-a first', 'case-b first'])
    })
  })
}
