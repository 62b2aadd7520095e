-- One chain over all events, states and access entries, in the order in which they were written, and signed checkpoints of it.
-- What a leaf and a head are is said in docs/audit.md.

-- Never changed, never deleted.
CREATE TABLE chain (
  seq INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('event', 'state', 'access')),
  -- of an event or a state
  case_id TEXT,
  version INTEGER,
  -- of the access log
  entry TEXT,
  leaf TEXT NOT NULL,
  head TEXT NOT NULL
) STRICT;

CREATE TABLE checkpoints (
  size INTEGER NOT NULL PRIMARY KEY,
  head TEXT NOT NULL,
  at INTEGER NOT NULL,
  key TEXT NOT NULL,
  signature TEXT NOT NULL,
  -- null until it has arrived in the second place
  shipped_at INTEGER
) STRICT;
CREATE INDEX checkpoints_unshipped ON checkpoints (size) WHERE shipped_at IS NULL;
