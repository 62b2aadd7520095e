/** 20,000 rows in each table that grows, alike enough that nobody would read all of them for a page. */
export const FULL_TABLES = `
  INSERT INTO cases (case_id, ref, service, lead, person, company, behalf, applicant_name, submitted_at, ended_at, whose, yellow_at, due_at, promised_days, used_days, version, state, definition_hash)
    SELECT 'c' || n, 'r' || n, 's' || n % 9, 'l', 'p' || n % 500, 'k' || n % 500, 'k' || n % 300, 'a', n * 1000, CASE WHEN n % 5 > 0 THEN n END, 'office', n, n + 50, 1, 1, 1, '{}', 'd' || n % 9 FROM generate_series(1, 20000) AS n;
  INSERT INTO tasks (case_id, ref, service, applicant_name, task, round, desk, version, opened_at, submitted_at, holder_id, yellow_at, due_at, used_days, within_days)
    SELECT 'c' || n, 'r' || n, 's' || n % 9, 'a', 't' || n % 4, 1, 'desk' || n % 20, 1, n, n, CASE WHEN n % 3 > 0 THEN 'h' || n % 40 END, n, n + 50, 1, 1 FROM generate_series(1, 20000) AS n;
  INSERT INTO timers SELECT 'c' || n, 'k', n, n FROM generate_series(1, 20000) AS n;
  INSERT INTO awaited_records SELECT 'c' || n, 'w', 'people', 'e' || n % 3, 's' || n, n FROM generate_series(1, 20000) AS n;
  INSERT INTO notices SELECT 'c' || n, 'w', n, n + 9 FROM generate_series(1, 20000) AS n;
  INSERT INTO parts (parent_id, sub, service, definition_hash, opened_at, child_id, whose, answers, heard_whose, wake_at)
    SELECT 'c' || n, 's', 's', 'd', n, 'x' || n, CASE WHEN n % 4 = 0 THEN 'office' ELSE 'applicant' END, '{}', 'office', n FROM generate_series(1, 20000) AS n;
  INSERT INTO outbox SELECT 'o' || n, 'c' || n, 't', 'p', '{}', n, 0, 0, n FROM generate_series(1, 20000) AS n;
  INSERT INTO certificates SELECT 'z' || n, 'n', 'c' || n, 'r', 's', 't', 'p' || n % 500, 'k' || n % 500, 'h', '[]', n, '2026', (2000 + n % 100)::text FROM generate_series(1, 20000) AS n;
  INSERT INTO drafts (id, person, service, definition_hash, version, created_at, updated_at, submitted_ref, answers, options, sources)
    SELECT 'd' || n, 'p' || n % 500, 's', 'd', 1, n, n, CASE WHEN n % 3 > 0 THEN 'r' || n END, '{}', '{}', '{}' FROM generate_series(1, 20000) AS n;
  INSERT INTO draft_warnings SELECT 'd' || n, n FROM generate_series(1, 20000) AS n;
  INSERT INTO records SELECT 'people', 'e' || n % 3, 's' || n, '1', '{}', '2026', NULL, 'valid' FROM generate_series(1, 20000) AS n;
  INSERT INTO people (id, kind, name, subject) SELECT 'p' || n, CASE WHEN n % 9 = 0 THEN 'staff' ELSE 'citizen' END, 'n' || n, 's' || n FROM generate_series(1, 20000) AS n;
  INSERT INTO person_desks SELECT 'p' || n * 9, 'desk' || n % 200, 1 FROM generate_series(1, 2000) AS n;
  INSERT INTO sessions SELECT 'h' || n, 'p' || n, 'city', 'high', true, n, n, n, NULL FROM generate_series(1, 20000) AS n;
  INSERT INTO mandates SELECT 'm' || n, 'p' || n % 9000, 's' || n, 'person', 'n' || n, 'granted', NULL, '2026', '2030', CASE WHEN n % 4 = 0 THEN n END FROM generate_series(1, 20000) AS n;
  INSERT INTO evidence SELECT 'e' || n, 's' || n % 2000, 'c' || n % 20, '{}', 'd', 'r' || n, '2026', (2000 + n % 100)::text FROM generate_series(1, 20000) AS n;
  INSERT INTO file_uses SELECT 'c' || n, 'f' || n % 9000 FROM generate_series(1, 20000) AS n;
  INSERT INTO definitions SELECT 'd' || n, '{}' FROM generate_series(1, 9) AS n;
  INSERT INTO tallies SELECT 'day' || n % 400, 's' || n % 20, 'k' || n % 8000, 0, 1 FROM generate_series(1, 20000) AS n ON CONFLICT DO NOTHING;
  INSERT INTO access_log (id, request, at, subject, reader, department, desk, what, register, purpose, fields, outcome, shown_from, reader_id)
    SELECT 'a' || n, 'q', n, 's' || n % 500, '{}', 'd' || n % 9, CASE WHEN n % 2 = 0 THEN 'desk' END, 'register', 'r' || n % 9, 'u', '[]', CASE WHEN n % 10 = 0 THEN 'refused' ELSE 'read' END, 0, 'p' || n % 40 FROM generate_series(1, 20000) AS n;
  INSERT INTO chain_waiting (kind, case_id, version, leaf) SELECT 'event', 'c' || n, 1, 'l' FROM generate_series(1, 20000) AS n;
  INSERT INTO erasures SELECT 'c' || n, n, 1, 'b' FROM generate_series(1, 20000) AS n;
  INSERT INTO person_companies SELECT 'p' || n, 'k', 'n', 1 FROM generate_series(1, 20000) AS n;
  INSERT INTO chain SELECT n, 'event', 'c' || n, 1, NULL, 'l', 'h' FROM generate_series(1, 20000) AS n;
  INSERT INTO events SELECT 'c' || n, 1, 't', '2026', '{}', '{}', 'p', 'h' FROM generate_series(1, 20000) AS n;
  INSERT INTO keys SELECT 'k' || n, 'o' || n % 5000, '', 'w', 'm' || n % 3, NULL, n, CASE WHEN n % 4 = 0 THEN n END FROM generate_series(1, 20000) AS n;
  INSERT INTO retention SELECT 'c' || n, 's' || n % 9, n FROM generate_series(1, 20000) AS n;
  INSERT INTO security_log SELECT 'l' || n, n, 'denied', 'p' || n % 90, NULL, NULL FROM generate_series(1, 20000) AS n;
  INSERT INTO alerts (id, rule, subject, day, count, first, last, raised_at, closed_at) SELECT 'a' || n, 'r', 's' || n, 'd', 1, 1, 1, n, CASE WHEN n % 2 = 0 THEN n END FROM generate_series(1, 20000) AS n;`
