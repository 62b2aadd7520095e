import type { DraftField, OpenDraft } from '#app/use-cases/open-draft.ts'

/** Is this answered by choosing one of the applicant's own records? */
export const isPick = ({ draft }: OpenDraft, { field }: DraftField): boolean => field.kind === 'record' && field.pick && (draft.options[field.name]?.length ?? 0) > 0
