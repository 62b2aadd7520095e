-- Cases that are parts of another one: what the whole has heard of each, and what there is to hear.
CREATE TABLE parts (
  parent_id TEXT NOT NULL REFERENCES cases (case_id),
  sub TEXT NOT NULL,
  service TEXT NOT NULL,
  definition_hash TEXT NOT NULL,
  company TEXT,
  opened_at INTEGER NOT NULL,
  -- null until it has begun
  child_id TEXT REFERENCES cases (case_id),
  child_ref TEXT,
  whose TEXT NOT NULL,
  "end" TEXT,
  -- values it hands over
  answers TEXT NOT NULL,
  heard_whose TEXT NOT NULL,
  heard_end TEXT,
  -- something is left to do: to begin it, to tell the whole, or to take it back with the whole
  pending INTEGER NOT NULL GENERATED ALWAYS AS (
    CASE
      WHEN heard_end IS NULL THEN child_id IS NULL OR "end" IS NOT NULL OR whose <> heard_whose
      ELSE heard_end = 'withdrawn' AND child_id IS NOT NULL AND "end" IS NULL
    END
  ) STORED,
  -- when to try again
  wake_at INTEGER NOT NULL,
  PRIMARY KEY (parent_id, sub)
) STRICT, WITHOUT ROWID;
CREATE INDEX parts_by_wake ON parts (wake_at, parent_id, sub) WHERE pending = 1;
CREATE INDEX parts_by_child ON parts (child_id);

ALTER TABLE certificates ADD COLUMN revoked_on TEXT;
