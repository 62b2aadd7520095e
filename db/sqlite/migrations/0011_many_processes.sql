-- Jobs that one process at a time may do.
CREATE TABLE leases (
  name TEXT NOT NULL PRIMARY KEY,
  holder TEXT NOT NULL,
  fence INTEGER NOT NULL,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How much open work lies at each desk, kept up by what changes it: a page counts no rows of `tasks`.
-- Work is due at the end of a day, so that there are few rows however many tasks there are. '' is nobody, 9007199254740991 is never.
CREATE TABLE queue_counts (
  desk TEXT NOT NULL,
  service TEXT NOT NULL,
  task TEXT NOT NULL,
  holder_id TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  yellow_at INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (desk, service, task, holder_id, due_at, yellow_at)
) STRICT, WITHOUT ROWID;

INSERT INTO queue_counts
SELECT desk, service, task, coalesce(holder_id, ''), coalesce(due_at, 9007199254740991), coalesce(yellow_at, 9007199254740991), count(*)
FROM tasks GROUP BY 1, 2, 3, 4, 5, 6;

CREATE TRIGGER tasks_counted AFTER INSERT ON tasks BEGIN
  INSERT INTO queue_counts
  VALUES (NEW.desk, NEW.service, NEW.task, coalesce(NEW.holder_id, ''), coalesce(NEW.due_at, 9007199254740991), coalesce(NEW.yellow_at, 9007199254740991), 1)
  ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER tasks_uncounted AFTER DELETE ON tasks BEGIN
  UPDATE queue_counts SET count = count - 1
  WHERE desk = OLD.desk AND service = OLD.service AND task = OLD.task AND holder_id = coalesce(OLD.holder_id, '')
    AND due_at = coalesce(OLD.due_at, 9007199254740991) AND yellow_at = coalesce(OLD.yellow_at, 9007199254740991);
  DELETE FROM queue_counts
  WHERE desk = OLD.desk AND service = OLD.service AND task = OLD.task AND holder_id = coalesce(OLD.holder_id, '')
    AND due_at = coalesce(OLD.due_at, 9007199254740991) AND yellow_at = coalesce(OLD.yellow_at, 9007199254740991) AND count = 0;
END;
