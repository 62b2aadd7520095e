-- What `turnarounds` says, by month: a long period is read from whole months, and from days only at its ends.
-- Kept up by triggers, so that nothing that counts a day can forget its month.
CREATE TABLE turnaround_months (
  -- YYYY-MM
  month TEXT NOT NULL,
  service TEXT NOT NULL,
  department TEXT NOT NULL,
  step TEXT NOT NULL,
  whose TEXT NOT NULL,
  days REAL NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (month, service, department, step, whose, days)
) STRICT, WITHOUT ROWID;
CREATE INDEX turnaround_months_by_service ON turnaround_months (service, month);

INSERT INTO turnaround_months
SELECT substr(day, 1, 7), service, department, step, whose, days, sum(count) FROM turnarounds GROUP BY 1, 2, 3, 4, 5, 6;

CREATE TRIGGER turnarounds_begun AFTER INSERT ON turnarounds BEGIN
  INSERT INTO turnaround_months VALUES (substr(NEW.day, 1, 7), NEW.service, NEW.department, NEW.step, NEW.whose, NEW.days, NEW.count)
  ON CONFLICT DO UPDATE SET count = count + excluded.count;
END;

CREATE TRIGGER turnarounds_added AFTER UPDATE OF count ON turnarounds BEGIN
  UPDATE turnaround_months SET count = count + NEW.count - OLD.count
  WHERE month = substr(NEW.day, 1, 7) AND service = NEW.service AND department = NEW.department AND step = NEW.step AND whose = NEW.whose AND days = NEW.days;
END;
