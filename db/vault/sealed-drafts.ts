import type { Answers, Envelope } from '#app/kernel/case/answer.ts'
import type { Behalf } from '#app/kernel/case/case-state.ts'

import type { Draft, DraftStore, Store } from '../store.ts'

import { type DataKey, keyIdOf, openText, sealText } from './sealed-text.ts'
import { personKey, standing, type Vault } from './vault.ts'

/** What was answered and what may be picked, in one text under a name that no field has. */
const SEALED = ''
type Content = Pick<Draft, 'answers' | 'options'>
type Known = Pick<Behalf, 'subject' | 'name'>

const contentPlace = (id: string): string => `drafts/answers/${id}`
const behalfPlace = (id: string): string => `drafts/behalf/${id}`

/** A draft is sealed whole, for its applicant: nobody counts anything in it. */
export function sealedDrafts({ drafts: inner }: Store, { ring }: Vault): DraftStore {
  const sealed = async (draft: Draft): Promise<Draft> => {
    const wish = personKey(draft.person)
    return sealDraft(standing((await ring.ensure([wish]))(wish.id)), draft)
  }
  const open = async (drafts: readonly Draft[]): Promise<Draft[]> => {
    const keys = await ring.load(drafts.map((draft) => keyIdOf(textOf(draft))))
    return drafts.map((draft) => openDraft(keys(keyIdOf(textOf(draft))), draft))
  }
  return {
    ...inner,
    create: async (draft) => inner.create(await sealed(draft)),
    save: async (draft) => inner.save(await sealed(draft)),
    load: async (id) => {
      const kept = await inner.load(id)
      return kept ? ((await open([kept]))[0] ?? null) : null
    },
    openOf: async (person) => open(await inner.openOf(person)),
  }
}

function sealDraft(key: DataKey, draft: Draft): Draft {
  const { answers, options, behalf, id } = draft
  const text = sealText(key, contentPlace(id), { answers, options } satisfies Content)
  const known = behalf && sealText(key, behalfPlace(id), { subject: behalf.subject, name: behalf.name } satisfies Known)
  return {
    ...draft,
    answers: { [SEALED]: { value: text, source: 'applicant', envelope: null, file: null } },
    options: {},
    behalf: behalf && known ? { ...behalf, subject: '', name: known } : null,
  }
}

function openDraft(key: DataKey | null, kept: Draft): Draft {
  const { id, behalf } = kept
  // what was sealed at these places were these parts of a draft
  const content = key && (openText(key, contentPlace(id), textOf(kept)) as { answers: Answers; options: Record<string, Envelope[]> })
  const known = behalf && ((key && (openText(key, behalfPlace(id), behalf.name) as Known)) ?? { subject: '', name: '' })
  return { ...kept, answers: content?.answers ?? {}, options: content?.options ?? {}, behalf: behalf && { ...behalf, ...known } }
}

const textOf = ({ answers }: Draft): string => String(answers[SEALED]?.value)
