-- Shared records: who read what, who may act for whom, documents that were checked, and how good the sources are.

ALTER TABLE cases ADD COLUMN behalf TEXT;
CREATE INDEX cases_by_behalf ON cases (behalf, list_sort, case_id) WHERE behalf IS NOT NULL;
ALTER TABLE records ADD COLUMN standing TEXT NOT NULL DEFAULT 'valid';
ALTER TABLE drafts ADD COLUMN sources TEXT NOT NULL DEFAULT '{}';
ALTER TABLE drafts ADD COLUMN behalf TEXT;
ALTER TABLE certificates ADD COLUMN suspended_on TEXT;
CREATE INDEX certificates_by_person ON certificates (person, valid_until) WHERE revoked_on IS NULL AND valid_until IS NOT NULL;
CREATE INDEX certificates_by_company ON certificates (company, valid_until) WHERE revoked_on IS NULL AND valid_until IS NOT NULL AND company IS NOT NULL;
CREATE INDEX people_by_subject ON people (subject) WHERE subject IS NOT NULL;
-- When to look whether the record has come by itself.
ALTER TABLE awaited_records ADD COLUMN look_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX awaited_records_by_look ON awaited_records (look_at, case_id, wait);

-- Never changed, never deleted. Values are not in it.
CREATE TABLE access_log (
  id TEXT NOT NULL PRIMARY KEY,
  request TEXT NOT NULL,
  at INTEGER NOT NULL,
  subject TEXT NOT NULL,
  reader TEXT NOT NULL,
  department TEXT NOT NULL,
  desk TEXT,
  what TEXT NOT NULL,
  register TEXT,
  agreement TEXT,
  purpose TEXT NOT NULL,
  service TEXT,
  ref TEXT,
  draft TEXT,
  on_behalf_of TEXT,
  fields TEXT NOT NULL,
  outcome TEXT NOT NULL,
  why TEXT,
  shown_from INTEGER NOT NULL,
  -- newest first
  sort INTEGER NOT NULL GENERATED ALWAYS AS (9007199254740991 - at) VIRTUAL
) STRICT;
CREATE INDEX access_by_subject ON access_log (subject, sort, id) WHERE outcome = 'read';
CREATE INDEX access_by_department ON access_log (subject, department, sort, id) WHERE outcome = 'read';
CREATE INDEX access_refused ON access_log (register, sort, id) WHERE outcome = 'refused';

CREATE TABLE source_counts (
  register TEXT NOT NULL,
  day TEXT NOT NULL,
  field TEXT NOT NULL,
  kind TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (register, day, field, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE mandates (
  id TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  basis TEXT NOT NULL,
  services TEXT,
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  revoked_at INTEGER
) STRICT;
CREATE INDEX mandates_by_person ON mandates (person, name, id) WHERE revoked_at IS NULL;
CREATE INDEX mandates_by_subject ON mandates (subject, name, id) WHERE revoked_at IS NULL;

CREATE TABLE evidence (
  id TEXT NOT NULL PRIMARY KEY,
  subject TEXT NOT NULL,
  concept TEXT NOT NULL,
  file TEXT NOT NULL,
  checked_by TEXT NOT NULL,
  ref TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  valid_until TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_by_subject ON evidence (subject, concept, valid_until);
