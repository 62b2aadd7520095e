import type { DraftField, OpenDraft } from '#app/use-cases/open-draft.ts'

/** What a question is chosen from: the records held, by field. */
export type Choices = { draft: Pick<OpenDraft['draft'], 'options'>; definition: OpenDraft['definition'] }
export type Asked = Pick<DraftField, 'field' | 'answer'>

/** Is this answered by choosing one of the applicant's own records? */
export const isPick = ({ draft }: Choices, { field }: Asked): boolean => field.kind === 'record' && field.pick && (draft.options[field.name]?.length ?? 0) > 0
