-- Open waits in which something is made public and may be objected to.
CREATE TABLE notices (
  case_id TEXT NOT NULL REFERENCES cases (case_id),
  wait TEXT NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (case_id, wait)
) STRICT, WITHOUT ROWID;
CREATE INDEX notices_by_until ON notices (until, case_id, wait, since);
