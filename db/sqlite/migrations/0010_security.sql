-- How the portal is used, and what looks like misuse. No names, no values, no whole network addresses.

CREATE TABLE security_log (
  id TEXT NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  person TEXT,
  network TEXT,
  route TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX security_by_time ON security_log (at, kind, person, network);
CREATE INDEX security_by_person ON security_log (person, at) WHERE person IS NOT NULL;
CREATE INDEX security_by_network ON security_log (network, at) WHERE person IS NULL;

CREATE TABLE alerts (
  id TEXT NOT NULL PRIMARY KEY,
  rule TEXT NOT NULL,
  subject TEXT NOT NULL,
  day TEXT NOT NULL,
  count INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  raised_at INTEGER NOT NULL,
  closed_at INTEGER,
  closed_by TEXT,
  note TEXT,
  -- newest first
  sort INTEGER NOT NULL GENERATED ALWAYS AS (9007199254740991 - raised_at) VIRTUAL,
  UNIQUE (rule, subject, day)
) STRICT;
CREATE INDEX alerts_open ON alerts (sort, id) WHERE closed_at IS NULL;
CREATE INDEX alerts_closed ON alerts (sort, id) WHERE closed_at IS NOT NULL;

-- Looks of staff, by time.
CREATE INDEX access_of_staff ON access_log (at, json_extract(reader, '$.id'), subject) WHERE desk IS NOT NULL;
