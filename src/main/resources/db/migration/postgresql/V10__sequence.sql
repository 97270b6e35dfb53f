-- The order of acceptance. Submissions of one person get their numbers while they hold that person's lanes, so that the order of
-- the numbers is the order of the commits.
ALTER TABLE submission ADD COLUMN sequence BIGINT;

UPDATE submission SET sequence = numbered.place
FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY created_at, id) AS place FROM submission) AS numbered
WHERE numbered.id = submission.id;

CREATE SEQUENCE submission_sequence OWNED BY submission.sequence;
SELECT setval('submission_sequence', COALESCE(MAX(sequence), 0) + 1, FALSE) FROM submission;
ALTER TABLE submission ALTER COLUMN sequence SET DEFAULT nextval('submission_sequence');
ALTER TABLE submission ALTER COLUMN sequence SET NOT NULL;

CREATE UNIQUE INDEX submission_by_sequence ON submission (sequence);
