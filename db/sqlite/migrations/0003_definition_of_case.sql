-- Which cases go by a definition: asked at every start, and before a version is changed.
ALTER TABLE cases ADD COLUMN definition_hash TEXT NOT NULL DEFAULT '';
UPDATE cases SET definition_hash = json_extract(state, '$.definitionHash');
CREATE INDEX cases_by_definition ON cases (definition_hash, case_id);
