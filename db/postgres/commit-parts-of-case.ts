import { type CommitPart, lastOfEach, plainPart } from './commit-part.ts'

/** What a commit says of its case's parts. */
const heard = plainPart({
  name: 'heard',
  sql: `
    INSERT INTO parts (parent_id, sub, service, definition_hash, company, opened_at, whose, answers, heard_whose, heard_end, wake_at)
    SELECT :cases_case_id::text, sub, service, definition_hash, company, opened_at, heard_whose, '{}', heard_whose, heard_end, opened_at
    FROM guard, unnest(:heard_sub::text[], :heard_service::text[], :heard_definition::text[], :heard_company::text[], :heard_opened::bigint[], :heard_whose::text[], :heard_end::text[])
      WITH ORDINALITY AS given (sub, service, definition_hash, company, opened_at, heard_whose, heard_end, place)
    ORDER BY place
    ON CONFLICT (parent_id, sub) DO UPDATE SET heard_whose = excluded.heard_whose, heard_end = excluded.heard_end`,
  bound: ({ change }) => {
    const rows = lastOfEach(change.parts, ({ sub }) => sub)
    if (rows.length === 0) return null
    return {
      heard_sub: rows.map(({ sub }) => sub),
      heard_service: rows.map(({ service }) => service),
      heard_definition: rows.map(({ definitionHash }) => definitionHash),
      heard_company: rows.map(({ company }) => company),
      heard_opened: rows.map(({ openedAt }) => openedAt),
      heard_whose: rows.map(({ heardWhose }) => heardWhose),
      heard_end: rows.map(({ heardEnd }) => heardEnd),
    }
  },
})

/** What a commit says of its case as a part. */
const reported = plainPart({
  name: 'reported',
  sql: `
    UPDATE parts AS p SET child_id = :cases_case_id::text, child_ref = :reported_ref, whose = :reported_whose, "end" = :reported_end, answers = :reported_answers
    FROM guard WHERE p.parent_id = :reported_parent AND p.sub = :reported_sub`,
  bound: ({ change: { partOf } }) =>
    partOf && {
      reported_ref: partOf.childRef,
      reported_whose: partOf.whose,
      reported_end: partOf.end,
      reported_answers: JSON.stringify(partOf.answers),
      reported_parent: partOf.parentId,
      reported_sub: partOf.sub,
    },
})

export const partParts: readonly CommitPart[] = [heard, reported]
