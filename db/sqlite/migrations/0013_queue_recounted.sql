-- A task that somebody takes on stays the row it is: it is counted anew where it was counted before.
CREATE TRIGGER tasks_recounted AFTER UPDATE OF desk, service, task, holder_id, due_at, yellow_at ON tasks
WHEN OLD.holder_id IS NOT NEW.holder_id OR OLD.due_at IS NOT NEW.due_at OR OLD.yellow_at IS NOT NEW.yellow_at OR OLD.desk <> NEW.desk OR OLD.service <> NEW.service OR OLD.task <> NEW.task
BEGIN
  UPDATE queue_counts SET count = count - 1
  WHERE desk = OLD.desk AND service = OLD.service AND task = OLD.task AND holder_id = coalesce(OLD.holder_id, '')
    AND due_at = coalesce(OLD.due_at, 9007199254740991) AND yellow_at = coalesce(OLD.yellow_at, 9007199254740991);
  DELETE FROM queue_counts
  WHERE desk = OLD.desk AND service = OLD.service AND task = OLD.task AND holder_id = coalesce(OLD.holder_id, '')
    AND due_at = coalesce(OLD.due_at, 9007199254740991) AND yellow_at = coalesce(OLD.yellow_at, 9007199254740991) AND count = 0;
  INSERT INTO queue_counts
  VALUES (NEW.desk, NEW.service, NEW.task, coalesce(NEW.holder_id, ''), coalesce(NEW.due_at, 9007199254740991), coalesce(NEW.yellow_at, 9007199254740991), 1)
  ON CONFLICT DO UPDATE SET count = count + 1;
END;
