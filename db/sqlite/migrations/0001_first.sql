-- Instants are epoch milliseconds, but for events.at; days are YYYY-MM-DD; numbers of days are working days.
-- What queues, the board and the clock ask about open work has indexes of open work only: closed cases cost them nothing.

CREATE TABLE cases (
  case_id TEXT NOT NULL PRIMARY KEY,
  ref TEXT NOT NULL UNIQUE,
  service TEXT NOT NULL,
  lead TEXT NOT NULL,
  person TEXT NOT NULL,
  company TEXT,
  applicant_name TEXT NOT NULL,
  submitted_at INTEGER NOT NULL,
  ended_at INTEGER,
  "end" TEXT,
  whose TEXT NOT NULL,
  yellow_at INTEGER,
  due_at INTEGER,
  promised_days REAL NOT NULL,
  used_days REAL NOT NULL,
  -- Open cases by due date, those without one last; then ended ones, newest first. 9007199254740991 is the largest instant.
  list_sort INTEGER NOT NULL GENERATED ALWAYS AS (
    CASE WHEN ended_at IS NULL THEN coalesce(due_at, 9007199254740991) - 9007199254740991 ELSE 9007199254740991 - ended_at END
  ) VIRTUAL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL
) STRICT;
CREATE INDEX cases_by_person ON cases (person, list_sort, case_id);
CREATE INDEX cases_by_company ON cases (company, list_sort, case_id) WHERE company IS NOT NULL;
CREATE INDEX cases_open ON cases (service, whose, submitted_at, due_at, yellow_at, ended_at) WHERE ended_at IS NULL;

-- The law's copy. at is ISO 8601 in UTC, data the event without type, at and actor; hash as in db/event-chain.ts.
CREATE TABLE events (
  case_id TEXT NOT NULL REFERENCES cases (case_id),
  version INTEGER NOT NULL,
  type TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  data TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (case_id, version)
) STRICT;

-- Open parts of tasks only; a row goes with its part.
CREATE TABLE tasks (
  id INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases (case_id),
  ref TEXT NOT NULL,
  service TEXT NOT NULL,
  applicant_name TEXT NOT NULL,
  task TEXT NOT NULL,
  round INTEGER NOT NULL,
  desk TEXT NOT NULL,
  version INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  submitted_at INTEGER NOT NULL,
  holder_id TEXT,
  holder_name TEXT,
  visit_on TEXT,
  yellow_at INTEGER,
  due_at INTEGER,
  used_days REAL NOT NULL,
  within_days REAL NOT NULL,
  sort INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(due_at, 9007199254740991)) VIRTUAL,
  UNIQUE (case_id, task, round, desk)
) STRICT;
CREATE INDEX tasks_by_desk ON tasks (desk, sort, case_id, task, round);
-- With all that counts and choices ask for. due_at beside sort: SQLite reads no computed column from an index alone.
CREATE INDEX tasks_by_holder ON tasks (desk, holder_id, sort, case_id, task, round, service, yellow_at, due_at);

CREATE TABLE timers (
  case_id TEXT NOT NULL REFERENCES cases (case_id),
  key TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  -- due_at, or later when it was put off
  wake_at INTEGER NOT NULL,
  PRIMARY KEY (case_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX timers_by_wake ON timers (wake_at, case_id, key, due_at);

CREATE TABLE awaited_records (
  case_id TEXT NOT NULL REFERENCES cases (case_id),
  wait TEXT NOT NULL,
  register TEXT NOT NULL,
  entity TEXT NOT NULL,
  subject TEXT NOT NULL,
  PRIMARY KEY (case_id, wait)
) STRICT, WITHOUT ROWID;
CREATE INDEX awaited_records_by_subject ON awaited_records (subject, entity, register);

-- What is not yet delivered; a row goes when it is.
CREATE TABLE outbox (
  id TEXT NOT NULL PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases (case_id),
  topic TEXT NOT NULL,
  "to" TEXT NOT NULL,
  params TEXT NOT NULL,
  at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  fence INTEGER NOT NULL,
  lease_until INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_by_lease ON outbox (lease_until, at, id);

CREATE TABLE certificates (
  code TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases (case_id),
  ref TEXT NOT NULL,
  service TEXT NOT NULL,
  template TEXT NOT NULL,
  person TEXT NOT NULL,
  company TEXT,
  holder TEXT NOT NULL,
  shown TEXT NOT NULL,
  issued_at INTEGER NOT NULL,
  issued_on TEXT NOT NULL,
  valid_until TEXT
) STRICT;
CREATE INDEX certificates_by_case ON certificates (case_id, issued_at, code);

CREATE TABLE idempotency (
  key TEXT NOT NULL PRIMARY KEY,
  case_id TEXT NOT NULL,
  ref TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
  id TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL,
  company TEXT,
  service TEXT NOT NULL,
  definition_hash TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  submitted_ref TEXT,
  answers TEXT NOT NULL,
  options TEXT NOT NULL
) STRICT;
CREATE INDEX drafts_open ON drafts (person, updated_at, id) WHERE submitted_ref IS NULL;

CREATE TABLE records (
  register TEXT NOT NULL,
  entity TEXT NOT NULL,
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  data TEXT NOT NULL,
  as_of TEXT NOT NULL,
  valid_until TEXT,
  PRIMARY KEY (subject, entity, register, key)
) STRICT;

CREATE TABLE people (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  subject TEXT,
  demo TEXT
) STRICT;
CREATE INDEX people_demo ON people (position) WHERE demo IS NOT NULL;

CREATE TABLE person_desks (
  desk TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES people (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (person, desk)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_desks_by_desk ON person_desks (desk);

CREATE TABLE person_companies (
  person TEXT NOT NULL REFERENCES people (id),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (person, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE files (
  id TEXT NOT NULL PRIMARY KEY,
  owner TEXT NOT NULL,
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- Apart, so that reading about a file never walks through its bytes.
CREATE TABLE file_contents (
  id TEXT NOT NULL PRIMARY KEY REFERENCES files (id),
  content BLOB NOT NULL
) STRICT;

CREATE TABLE tallies (
  day TEXT NOT NULL,
  service TEXT NOT NULL,
  kind TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, service, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX tallies_by_service ON tallies (service, day);

CREATE TABLE turnarounds (
  day TEXT NOT NULL,
  service TEXT NOT NULL,
  department TEXT NOT NULL,
  step TEXT NOT NULL,
  whose TEXT NOT NULL,
  days REAL NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, service, department, step, whose, days)
) STRICT, WITHOUT ROWID;
CREATE INDEX turnarounds_by_service ON turnarounds (service, day);

-- Every definition a case ever began with, so that it can be finished by it.
CREATE TABLE definitions (
  hash TEXT NOT NULL PRIMARY KEY,
  definition TEXT NOT NULL
) STRICT;
