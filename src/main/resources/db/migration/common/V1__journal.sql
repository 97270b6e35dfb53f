-- The journal of submissions. Times are epoch milliseconds; what is sealed is marked so.

CREATE TABLE journal (
  id         SMALLINT     PRIMARY KEY,
  crm        VARCHAR(500) NOT NULL,  -- the CRM that everything here is for
  secret     ${binary}    NOT NULL,  -- key of markers, lanes and input digests; sealed
  created_at BIGINT       NOT NULL
);

CREATE TABLE submission (
  id              VARCHAR(36)  PRIMARY KEY,
  location_id     VARCHAR(100) NOT NULL,
  form            VARCHAR(200),
  idempotency_key VARCHAR(64),           -- digest; null without a key
  key_scope       VARCHAR(200) NOT NULL, -- whose key it is
  input_digest    VARCHAR(64)  NOT NULL,
  status          VARCHAR(20)  NOT NULL,
  waiting_for     VARCHAR(20),
  reason          VARCHAR(20),
  plan            ${binary},             -- sealed; null once emptied
  contact_id      TEXT,
  contact_outcome VARCHAR(20),
  warnings        TEXT         NOT NULL,
  in_lane_since   BIGINT,                -- since when it waits for its turn; null when it does not
  epoch           BIGINT       NOT NULL, -- raised whenever a worker picks it up
  leased_until    BIGINT,                -- nobody else picks it up before; null when nobody has it
  failures        INTEGER      NOT NULL, -- in a row
  failing_since   BIGINT,
  created_at      BIGINT       NOT NULL,
  updated_at      BIGINT       NOT NULL,
  next_attempt_at BIGINT,
  settled_at      BIGINT,
  erased_at       BIGINT
);

CREATE UNIQUE INDEX submission_key ON submission (location_id, key_scope, idempotency_key);
CREATE INDEX submission_by_time ON submission (created_at, id);
CREATE INDEX submission_by_status ON submission (status, created_at);
CREATE INDEX submission_by_contact ON submission (location_id, contact_id);

CREATE TABLE step (
  submission_id   VARCHAR(36) NOT NULL REFERENCES submission (id),
  number          INTEGER     NOT NULL,
  kind            VARCHAR(20) NOT NULL,
  status          VARCHAR(20) NOT NULL,
  attempts        INTEGER     NOT NULL,
  result_id       TEXT,
  outcome         ${binary},             -- what the CRM answered, or why not; sealed
  first_intent_at BIGINT,
  lost            SMALLINT    NOT NULL,  -- whether some answer to it was ever lost
  waiting_for     VARCHAR(20),
  next_attempt_at BIGINT,
  park_reason     VARCHAR(20),
  PRIMARY KEY (submission_id, number)
);

-- One row per person of a location, touched to take its turn; several submissions may share it.
CREATE TABLE lane (
  digest     VARCHAR(64) PRIMARY KEY,
  touched_at BIGINT      NOT NULL
);

CREATE TABLE submission_lane (
  digest        VARCHAR(64) NOT NULL,
  submission_id VARCHAR(36) NOT NULL REFERENCES submission (id),
  PRIMARY KEY (digest, submission_id)
);

CREATE INDEX submission_lane_by_submission ON submission_lane (submission_id);

CREATE TABLE audit (
  id            VARCHAR(36)  PRIMARY KEY,
  at            BIGINT       NOT NULL,
  actor         VARCHAR(200) NOT NULL,
  action        VARCHAR(40)  NOT NULL,
  submission_id VARCHAR(36),
  detail        VARCHAR(500)
);

CREATE INDEX audit_by_submission ON audit (submission_id, at);

-- What a location was last known to be, for the time in which the CRM cannot be asked.
CREATE TABLE location_facts (
  location_id VARCHAR(100) NOT NULL,
  kind        VARCHAR(20)  NOT NULL,
  facts       TEXT         NOT NULL,
  read_at     BIGINT       NOT NULL,
  PRIMARY KEY (location_id, kind)
);
