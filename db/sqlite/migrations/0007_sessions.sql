-- Signing in: sessions, security keys, what can be used once, and desks lent until a day.

CREATE TABLE sessions (
  id_hash TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL,
  provider TEXT NOT NULL,
  assurance TEXT NOT NULL,
  second_factor INTEGER NOT NULL,
  signed_in_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
CREATE INDEX sessions_by_person ON sessions (person, signed_in_at) WHERE revoked_at IS NULL;
CREATE INDEX sessions_by_end ON sessions (ends_at);

CREATE TABLE credentials (
  id TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL,
  public_key BLOB NOT NULL,
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;
CREATE INDEX credentials_by_person ON credentials (person, created_at, id);

CREATE TABLE once (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  data TEXT NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX once_by_until ON once (until);

-- The first instant at which somebody no longer sits there; null: until further notice.
ALTER TABLE person_desks ADD COLUMN until INTEGER;
