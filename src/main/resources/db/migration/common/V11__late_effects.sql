-- queued_at: when it was accepted. tried_at: when its last attempt ended. Both, like due times and leases, in the journal's time,
-- which never steps.
ALTER TABLE submission ADD COLUMN queued_at BIGINT;
ALTER TABLE submission ADD COLUMN tried_at BIGINT;
UPDATE submission SET queued_at = created_at, tried_at = updated_at;

-- lost_at: when the newest answer to one of the step's calls was lost; in place of a mere flag.
ALTER TABLE step ADD COLUMN lost_at BIGINT;
UPDATE step SET lost_at = COALESCE(first_intent_at, 0) WHERE lost = 1;
ALTER TABLE step DROP COLUMN lost;
CREATE INDEX step_by_loss ON step (lost_at) WHERE lost_at IS NOT NULL;

-- heartbeat_at: until when the journal was certainly in use. behind_since: when the backup was made that it comes from.
ALTER TABLE journal ADD COLUMN heartbeat_at BIGINT;
ALTER TABLE submission ADD COLUMN behind_since BIGINT;
