-- Keys that personal values are sealed with, each under a master key that is not here; what is kept how long, and what was erased.

CREATE TABLE keys (
  id TEXT NOT NULL PRIMARY KEY,
  owner TEXT NOT NULL,
  matter TEXT NOT NULL,
  -- null once it is destroyed
  wrapped TEXT,
  master TEXT NOT NULL,
  subject TEXT,
  created_at INTEGER NOT NULL,
  destroyed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX keys_by_owner ON keys (owner, id) WHERE destroyed_at IS NULL;
CREATE INDEX keys_by_master ON keys (master, id) WHERE destroyed_at IS NULL;

-- Files ever given in a case.
CREATE TABLE file_uses (
  file TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases (case_id),
  PRIMARY KEY (file, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX file_uses_by_case ON file_uses (case_id, file);

-- Cases that have ended and are not erased. Their years count from the end, or later while there is a reason to keep them.
CREATE TABLE retention (
  case_id TEXT NOT NULL PRIMARY KEY REFERENCES cases (case_id),
  service TEXT NOT NULL,
  counts_from INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX retention_by_service ON retention (service, counts_from, case_id);
INSERT INTO retention SELECT case_id, service, ended_at FROM cases WHERE ended_at IS NOT NULL;

CREATE TABLE erasures (
  case_id TEXT NOT NULL PRIMARY KEY REFERENCES cases (case_id),
  at INTEGER NOT NULL,
  years INTEGER NOT NULL,
  basis TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- When somebody was told that a draft of theirs is about to be deleted.
CREATE TABLE draft_warnings (
  draft TEXT NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_warnings_by_at ON draft_warnings (at, draft);
CREATE INDEX drafts_by_ref ON drafts (submitted_ref) WHERE submitted_ref IS NOT NULL;
CREATE INDEX evidence_by_ref ON evidence (ref);
CREATE INDEX drafts_by_updated ON drafts (updated_at, id) WHERE submitted_ref IS NULL;

-- What is told of a draft belongs to no case.
CREATE TABLE outbox_2 (
  id TEXT NOT NULL PRIMARY KEY,
  case_id TEXT REFERENCES cases (case_id),
  topic TEXT NOT NULL,
  "to" TEXT NOT NULL,
  params TEXT NOT NULL,
  at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  fence INTEGER NOT NULL,
  lease_until INTEGER NOT NULL
) STRICT;
INSERT INTO outbox_2 SELECT id, case_id, topic, "to", params, at, attempts, fence, lease_until FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_2 RENAME TO outbox;
CREATE INDEX outbox_by_lease ON outbox (lease_until, at, id);
