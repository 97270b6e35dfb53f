-- How much each form has set aside as probable spam, so that a bound can be checked without a scan. Changed in the
-- transaction that sets a submission aside or ends its quarantine.
CREATE TABLE quarantine (
  form  VARCHAR(200) PRIMARY KEY,
  bytes BIGINT       NOT NULL
);

INSERT INTO quarantine (form, bytes)
SELECT form, SUM(length(plan) + COALESCE(length(warnings), 0) + 2048) FROM submission
WHERE status = 'QUARANTINED' AND plan IS NOT NULL AND form IS NOT NULL GROUP BY form;
