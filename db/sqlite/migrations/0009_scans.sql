-- What the scanner for malware said of a file. Without a scanner there are no rows.

CREATE TABLE scans (
  file TEXT NOT NULL PRIMARY KEY,
  verdict TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX scans_waiting ON scans (at, file) WHERE verdict = 'waiting';
