-- Instants are epoch milliseconds, but for events.at; days are YYYY-MM-DD; numbers of days are working days.
-- What queues, the board and the clock ask about open work has indexes of open work only: closed cases cost them nothing.
-- Text sorts by its bytes, wherever the server stands. JSON is kept as text: the text itself is hashed.
-- Rows of a case begin with its id and point at nothing outside it, so that they can be spread over machines by it.

-- Undoes a commit that found, after it had begun to write, that somebody else's came first.
CREATE FUNCTION refuse_commit() RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'somebody else''s commit came first' USING ERRCODE = 'OT001';
END
$$;

CREATE TABLE cases (
  case_id text COLLATE "C" PRIMARY KEY,
  ref text COLLATE "C" NOT NULL UNIQUE,
  service text COLLATE "C" NOT NULL,
  lead text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  company text COLLATE "C",
  behalf text COLLATE "C",
  applicant_name text COLLATE "C" NOT NULL,
  submitted_at bigint NOT NULL,
  ended_at bigint,
  "end" text COLLATE "C",
  whose text COLLATE "C" NOT NULL,
  yellow_at bigint,
  due_at bigint,
  promised_days double precision NOT NULL,
  used_days double precision NOT NULL,
  -- Open cases by due date, those without one last; then ended ones, newest first. 9007199254740991 is the largest instant.
  list_sort bigint NOT NULL GENERATED ALWAYS AS (
    CASE WHEN ended_at IS NULL THEN coalesce(due_at, 9007199254740991) - 9007199254740991 ELSE 9007199254740991 - ended_at END
  ) STORED,
  version bigint NOT NULL,
  state text COLLATE "C" NOT NULL,
  definition_hash text COLLATE "C" NOT NULL
);
CREATE INDEX cases_by_person ON cases (person, list_sort, case_id) WHERE behalf IS NULL;
CREATE INDEX cases_by_company ON cases (company, list_sort, case_id) WHERE company IS NOT NULL;
CREATE INDEX cases_by_behalf ON cases (behalf, list_sort, case_id) WHERE behalf IS NOT NULL;
CREATE INDEX cases_open ON cases (service, whose, submitted_at, due_at, yellow_at) WHERE ended_at IS NULL;
CREATE INDEX cases_by_definition ON cases (definition_hash, case_id);
CREATE INDEX cases_ended ON cases (definition_hash, case_id) WHERE ended_at IS NOT NULL;

-- The law's copy. at is ISO 8601 in UTC, data the event without type, at and actor; hash as in db/event-chain.ts.
CREATE TABLE events (
  case_id text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  type text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL,
  actor text COLLATE "C" NOT NULL,
  data text COLLATE "C" NOT NULL,
  prev_hash text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  PRIMARY KEY (case_id, version)
);

-- Open parts of tasks only; a row goes with its part.
CREATE TABLE tasks (
  case_id text COLLATE "C" NOT NULL,
  ref text COLLATE "C" NOT NULL,
  service text COLLATE "C" NOT NULL,
  applicant_name text COLLATE "C" NOT NULL,
  task text COLLATE "C" NOT NULL,
  round bigint NOT NULL,
  desk text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  opened_at bigint NOT NULL,
  submitted_at bigint NOT NULL,
  holder_id text COLLATE "C",
  holder_name text COLLATE "C",
  visit_on text COLLATE "C",
  yellow_at bigint,
  due_at bigint,
  used_days double precision NOT NULL,
  within_days double precision NOT NULL,
  sort bigint NOT NULL GENERATED ALWAYS AS (coalesce(due_at, 9007199254740991)) STORED,
  PRIMARY KEY (case_id, task, round, desk)
);
CREATE INDEX tasks_by_desk ON tasks (desk, sort, case_id, task, round);
CREATE INDEX tasks_unheld ON tasks (desk, sort, case_id, task, round) WHERE holder_id IS NULL;
-- With all that counts and choices ask for.
CREATE INDEX tasks_by_holder ON tasks (desk, holder_id, sort, case_id, task, round) INCLUDE (service, yellow_at, due_at);

CREATE TABLE timers (
  case_id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  due_at bigint NOT NULL,
  -- due_at, or later when it was put off
  wake_at bigint NOT NULL,
  PRIMARY KEY (case_id, key)
);
CREATE INDEX timers_by_wake ON timers (wake_at, case_id, key);

CREATE TABLE awaited_records (
  case_id text COLLATE "C" NOT NULL,
  wait text COLLATE "C" NOT NULL,
  register text COLLATE "C" NOT NULL,
  entity text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  -- when to look whether the record has come by itself
  look_at bigint NOT NULL,
  PRIMARY KEY (case_id, wait)
);
CREATE INDEX awaited_records_by_subject ON awaited_records (subject, entity, register, case_id, wait);
CREATE INDEX awaited_records_by_look ON awaited_records (look_at, case_id, wait);

-- Open waits in which something is made public and may be objected to.
CREATE TABLE notices (
  case_id text COLLATE "C" NOT NULL,
  wait text COLLATE "C" NOT NULL,
  since bigint NOT NULL,
  until bigint NOT NULL,
  PRIMARY KEY (case_id, wait)
);
CREATE INDEX notices_by_until ON notices (until, case_id, wait);

-- Cases that are parts of another one: what the whole has heard of each, and what there is to hear.
CREATE TABLE parts (
  parent_id text COLLATE "C" NOT NULL,
  sub text COLLATE "C" NOT NULL,
  service text COLLATE "C" NOT NULL,
  definition_hash text COLLATE "C" NOT NULL,
  company text COLLATE "C",
  opened_at bigint NOT NULL,
  -- null until it has begun
  child_id text COLLATE "C",
  child_ref text COLLATE "C",
  whose text COLLATE "C" NOT NULL,
  "end" text COLLATE "C",
  -- values it hands over
  answers text COLLATE "C" NOT NULL,
  heard_whose text COLLATE "C" NOT NULL,
  heard_end text COLLATE "C",
  -- something is left to do: to begin it, to tell the whole, or to take it back with the whole
  pending boolean NOT NULL GENERATED ALWAYS AS (
    CASE
      WHEN heard_end IS NULL THEN child_id IS NULL OR "end" IS NOT NULL OR whose <> heard_whose
      ELSE heard_end = 'withdrawn' AND child_id IS NOT NULL AND "end" IS NULL
    END
  ) STORED,
  -- when to try again
  wake_at bigint NOT NULL,
  PRIMARY KEY (parent_id, sub)
);
CREATE INDEX parts_by_wake ON parts (wake_at, parent_id, sub) WHERE pending;
CREATE INDEX parts_by_child ON parts (child_id);

-- What is not yet delivered; a row goes when it is. What is told of a draft belongs to no case.
CREATE TABLE outbox (
  id text COLLATE "C" PRIMARY KEY,
  case_id text COLLATE "C",
  topic text COLLATE "C" NOT NULL,
  "to" text COLLATE "C" NOT NULL,
  params text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  attempts bigint NOT NULL,
  fence bigint NOT NULL,
  lease_until bigint NOT NULL
);
CREATE INDEX outbox_by_lease ON outbox (lease_until, at, id);

CREATE TABLE certificates (
  code text COLLATE "C" PRIMARY KEY,
  number text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  ref text COLLATE "C" NOT NULL,
  service text COLLATE "C" NOT NULL,
  template text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  company text COLLATE "C",
  holder text COLLATE "C" NOT NULL,
  shown text COLLATE "C" NOT NULL,
  issued_at bigint NOT NULL,
  issued_on text COLLATE "C" NOT NULL,
  valid_until text COLLATE "C",
  revoked_on text COLLATE "C",
  suspended_on text COLLATE "C"
);
CREATE INDEX certificates_by_case ON certificates (case_id, issued_at, code);
CREATE INDEX certificates_by_person ON certificates (person, valid_until) WHERE revoked_on IS NULL AND valid_until IS NOT NULL;
CREATE INDEX certificates_by_company ON certificates (company, valid_until) WHERE revoked_on IS NULL AND valid_until IS NOT NULL AND company IS NOT NULL;

CREATE TABLE idempotency (
  key text COLLATE "C" PRIMARY KEY,
  case_id text COLLATE "C" NOT NULL,
  ref text COLLATE "C" NOT NULL
);

CREATE TABLE drafts (
  id text COLLATE "C" PRIMARY KEY,
  person text COLLATE "C" NOT NULL,
  company text COLLATE "C",
  service text COLLATE "C" NOT NULL,
  definition_hash text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  submitted_ref text COLLATE "C",
  answers text COLLATE "C" NOT NULL,
  options text COLLATE "C" NOT NULL,
  sources text COLLATE "C" NOT NULL,
  behalf text COLLATE "C"
);
CREATE INDEX drafts_open ON drafts (person, updated_at, id) WHERE submitted_ref IS NULL;
CREATE INDEX drafts_by_ref ON drafts (submitted_ref) WHERE submitted_ref IS NOT NULL;
CREATE INDEX drafts_by_updated ON drafts (updated_at, id) WHERE submitted_ref IS NULL;

-- When somebody was told that a draft of theirs is about to be deleted.
CREATE TABLE draft_warnings (
  draft text COLLATE "C" PRIMARY KEY,
  at bigint NOT NULL
);
CREATE INDEX draft_warnings_by_at ON draft_warnings (at, draft);

CREATE TABLE records (
  register text COLLATE "C" NOT NULL,
  entity text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  data text COLLATE "C" NOT NULL,
  as_of text COLLATE "C" NOT NULL,
  valid_until text COLLATE "C",
  standing text COLLATE "C" NOT NULL,
  PRIMARY KEY (subject, entity, register, key)
);

CREATE TABLE people (
  -- the order in which they were put
  position bigint GENERATED ALWAYS AS IDENTITY,
  id text COLLATE "C" PRIMARY KEY,
  kind text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  subject text COLLATE "C",
  demo text COLLATE "C"
);
CREATE INDEX people_demo ON people (position) WHERE demo IS NOT NULL;
CREATE INDEX people_by_subject ON people (subject) WHERE subject IS NOT NULL;
CREATE INDEX people_staff ON people (name, id) WHERE kind = 'staff';

CREATE TABLE person_desks (
  person text COLLATE "C" NOT NULL,
  desk text COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  -- the first instant at which somebody no longer sits there; null: until further notice
  until bigint,
  PRIMARY KEY (person, desk)
);
CREATE INDEX person_desks_by_desk ON person_desks (desk);

CREATE TABLE person_companies (
  person text COLLATE "C" NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (person, code)
);

CREATE TABLE mandates (
  id text COLLATE "C" PRIMARY KEY,
  person text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  basis text COLLATE "C" NOT NULL,
  services text COLLATE "C",
  since text COLLATE "C" NOT NULL,
  until text COLLATE "C" NOT NULL,
  revoked_at bigint
);
CREATE INDEX mandates_by_person ON mandates (person, name, id) WHERE revoked_at IS NULL;
CREATE INDEX mandates_by_subject ON mandates (subject, name, id) WHERE revoked_at IS NULL;

CREATE TABLE evidence (
  id text COLLATE "C" PRIMARY KEY,
  subject text COLLATE "C" NOT NULL,
  concept text COLLATE "C" NOT NULL,
  file text COLLATE "C" NOT NULL,
  checked_by text COLLATE "C" NOT NULL,
  ref text COLLATE "C" NOT NULL,
  checked_on text COLLATE "C" NOT NULL,
  valid_until text COLLATE "C" NOT NULL
);
CREATE INDEX evidence_by_subject ON evidence (subject, concept, valid_until);
CREATE INDEX evidence_by_ref ON evidence (ref);

CREATE TABLE files (
  id text COLLATE "C" PRIMARY KEY,
  owner text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  bytes bigint NOT NULL,
  media_type text COLLATE "C" NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  created_at bigint NOT NULL
);

-- Apart, so that reading about a file never walks through its bytes.
CREATE TABLE file_contents (
  id text COLLATE "C" PRIMARY KEY,
  content bytea NOT NULL
);

-- Files ever given in a case.
CREATE TABLE file_uses (
  case_id text COLLATE "C" NOT NULL,
  file text COLLATE "C" NOT NULL,
  PRIMARY KEY (case_id, file)
);
CREATE INDEX file_uses_by_file ON file_uses (file, case_id);

-- What the scanner for malware said of a file. Without a scanner there are no rows.
CREATE TABLE scans (
  file text COLLATE "C" PRIMARY KEY,
  verdict text COLLATE "C" NOT NULL,
  at bigint NOT NULL
);
CREATE INDEX scans_waiting ON scans (at, file) WHERE verdict = 'waiting';

-- Every definition a case ever began with, so that it can be finished by it.
CREATE TABLE definitions (
  hash text COLLATE "C" PRIMARY KEY,
  definition text COLLATE "C" NOT NULL
);

-- Counters. Each lies in several rows, told apart by slot and added up when read, so that commits which count the same do not wait for each other.
CREATE TABLE tallies (
  day text COLLATE "C" NOT NULL,
  service text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  slot smallint NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (day, service, kind, slot)
);
CREATE INDEX tallies_by_service ON tallies (service, day);

CREATE TABLE turnarounds (
  day text COLLATE "C" NOT NULL,
  service text COLLATE "C" NOT NULL,
  department text COLLATE "C" NOT NULL,
  step text COLLATE "C" NOT NULL,
  whose text COLLATE "C" NOT NULL,
  days double precision NOT NULL,
  slot smallint NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (day, service, department, step, whose, days, slot)
);
CREATE INDEX turnarounds_by_service ON turnarounds (service, day);

CREATE TABLE source_counts (
  register text COLLATE "C" NOT NULL,
  day text COLLATE "C" NOT NULL,
  field text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  slot smallint NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (register, day, field, kind, slot)
);

-- Who read what. Never changed, never deleted. Values are not in it.
CREATE TABLE access_log (
  id text COLLATE "C" PRIMARY KEY,
  request text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  subject text COLLATE "C" NOT NULL,
  reader text COLLATE "C" NOT NULL,
  department text COLLATE "C" NOT NULL,
  desk text COLLATE "C",
  what text COLLATE "C" NOT NULL,
  register text COLLATE "C",
  agreement text COLLATE "C",
  purpose text COLLATE "C" NOT NULL,
  service text COLLATE "C",
  ref text COLLATE "C",
  draft text COLLATE "C",
  on_behalf_of text COLLATE "C",
  fields text COLLATE "C" NOT NULL,
  outcome text COLLATE "C" NOT NULL,
  why text COLLATE "C",
  shown_from bigint NOT NULL,
  -- id of the reader, who is JSON
  reader_id text COLLATE "C" NOT NULL,
  -- newest first
  sort bigint NOT NULL GENERATED ALWAYS AS (9007199254740991 - at) STORED
);
CREATE INDEX access_by_subject ON access_log (subject, sort, id) WHERE outcome = 'read';
CREATE INDEX access_by_department ON access_log (subject, department, sort, id) WHERE outcome = 'read';
CREATE INDEX access_refused ON access_log (register, sort, id) WHERE outcome = 'refused';
-- Looks of staff, by time.
CREATE INDEX access_of_staff ON access_log (at, reader_id, subject) WHERE desk IS NOT NULL;

-- One chain over all events, states and access entries, and signed checkpoints of it. What a leaf and a head are is said in docs/audit.md.
-- Never changed, never deleted.
CREATE TABLE chain (
  seq bigint PRIMARY KEY,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('event', 'state', 'access')),
  -- of an event or a state
  case_id text COLLATE "C",
  version bigint,
  -- of the access log
  entry text COLLATE "C",
  leaf text COLLATE "C" NOT NULL,
  head text COLLATE "C" NOT NULL
);

-- Links that wait for their place in the chain: written beside what they are of, so that no commit waits for another's.
CREATE TABLE chain_waiting (
  place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('event', 'state', 'access')),
  case_id text COLLATE "C",
  version bigint,
  entry text COLLATE "C",
  leaf text COLLATE "C" NOT NULL
);

-- How long the chain is and how it ends. One row, which whoever links holds.
CREATE TABLE chain_head (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  size bigint NOT NULL,
  head text COLLATE "C" NOT NULL
);
INSERT INTO chain_head (size, head) VALUES (0, repeat('0', 64));

CREATE TABLE checkpoints (
  size bigint PRIMARY KEY,
  head text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  key text COLLATE "C" NOT NULL,
  signature text COLLATE "C" NOT NULL,
  -- null until it has arrived in the second place
  shipped_at bigint
);
CREATE INDEX checkpoints_unshipped ON checkpoints (size) WHERE shipped_at IS NULL;
CREATE INDEX checkpoints_shipped ON checkpoints (size) WHERE shipped_at IS NOT NULL;

-- Signing in: sessions, security keys, what can be used once.
CREATE TABLE sessions (
  id_hash text COLLATE "C" PRIMARY KEY,
  person text COLLATE "C" NOT NULL,
  provider text COLLATE "C" NOT NULL,
  assurance text COLLATE "C" NOT NULL,
  second_factor boolean NOT NULL,
  signed_in_at bigint NOT NULL,
  seen_at bigint NOT NULL,
  ends_at bigint NOT NULL,
  revoked_at bigint
);
CREATE INDEX sessions_by_person ON sessions (person, signed_in_at) WHERE revoked_at IS NULL;
CREATE INDEX sessions_by_end ON sessions (ends_at);

CREATE TABLE credentials (
  id text COLLATE "C" PRIMARY KEY,
  person text COLLATE "C" NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text COLLATE "C" NOT NULL,
  created_at bigint NOT NULL,
  used_at bigint
);
CREATE INDEX credentials_by_person ON credentials (person, created_at, id);

CREATE TABLE once (
  kind text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  data text COLLATE "C" NOT NULL,
  until bigint NOT NULL,
  PRIMARY KEY (kind, key)
);
CREATE INDEX once_by_until ON once (until);

-- Jobs that one process at a time may do.
CREATE TABLE leases (
  name text COLLATE "C" PRIMARY KEY,
  holder text COLLATE "C" NOT NULL,
  fence bigint NOT NULL,
  until bigint NOT NULL
);

-- Keys that personal values are sealed with, each under a master key that is not here.
CREATE TABLE keys (
  id text COLLATE "C" PRIMARY KEY,
  owner text COLLATE "C" NOT NULL,
  matter text COLLATE "C" NOT NULL,
  -- null once it is destroyed
  wrapped text COLLATE "C",
  master text COLLATE "C" NOT NULL,
  subject text COLLATE "C",
  created_at bigint NOT NULL,
  destroyed_at bigint
);
CREATE INDEX keys_by_owner ON keys (owner, id) WHERE destroyed_at IS NULL;
CREATE INDEX keys_by_master ON keys (master, id) WHERE destroyed_at IS NULL;

-- Cases that have ended and are not erased. Their years count from the end, or later while there is a reason to keep them.
CREATE TABLE retention (
  case_id text COLLATE "C" PRIMARY KEY,
  service text COLLATE "C" NOT NULL,
  counts_from bigint NOT NULL
);
CREATE INDEX retention_by_service ON retention (service, counts_from, case_id);

CREATE TABLE erasures (
  case_id text COLLATE "C" PRIMARY KEY,
  at bigint NOT NULL,
  years bigint NOT NULL,
  basis text COLLATE "C" NOT NULL
);

-- How the portal is used, and what looks like misuse. No names, no values, no whole network addresses.
CREATE TABLE security_log (
  id text COLLATE "C" PRIMARY KEY,
  at bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  person text COLLATE "C",
  network text COLLATE "C",
  route text COLLATE "C"
);
CREATE INDEX security_by_time ON security_log (at, kind, person, network);
CREATE INDEX security_by_person ON security_log (person, at) WHERE person IS NOT NULL;
CREATE INDEX security_by_network ON security_log (network, at) WHERE person IS NULL;

CREATE TABLE alerts (
  id text COLLATE "C" PRIMARY KEY,
  rule text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  day text COLLATE "C" NOT NULL,
  count bigint NOT NULL,
  first bigint NOT NULL,
  last bigint NOT NULL,
  raised_at bigint NOT NULL,
  closed_at bigint,
  closed_by text COLLATE "C",
  note text COLLATE "C",
  -- newest first
  sort bigint NOT NULL GENERATED ALWAYS AS (9007199254740991 - raised_at) STORED,
  UNIQUE (rule, subject, day)
);
CREATE INDEX alerts_open ON alerts (sort, id) WHERE closed_at IS NULL;
CREATE INDEX alerts_closed ON alerts (sort, id) WHERE closed_at IS NOT NULL;
