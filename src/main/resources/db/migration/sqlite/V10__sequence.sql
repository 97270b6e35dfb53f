-- The order of acceptance. SQLite has one writer, so that the next number is the greatest and one.
ALTER TABLE submission ADD COLUMN sequence BIGINT;

UPDATE submission SET sequence = numbered.place
FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY created_at, id) AS place FROM submission) AS numbered
WHERE numbered.id = submission.id;

CREATE UNIQUE INDEX submission_by_sequence ON submission (sequence);

CREATE TRIGGER submission_sequence AFTER INSERT ON submission
BEGIN
  UPDATE submission SET sequence = (SELECT COALESCE(MAX(sequence), 0) + 1 FROM submission) WHERE id = NEW.id;
END;
