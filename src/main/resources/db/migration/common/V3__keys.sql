-- Keys of callers. The secret itself is nowhere: only its digest.

CREATE TABLE access_key (
  id               VARCHAR(20)  PRIMARY KEY, -- the public part of the key
  kind             VARCHAR(20)  NOT NULL,
  digest           VARCHAR(64)  NOT NULL,    -- SHA-256 of the secret part, hexadecimal
  holder           VARCHAR(20)  NOT NULL,    -- the first of the keys that replaced each other
  label            VARCHAR(200) NOT NULL,
  roles            VARCHAR(200) NOT NULL,    -- separated by blanks
  locations        TEXT         NOT NULL,    -- separated by blanks; * for all
  form             VARCHAR(200),             -- of a publishable key
  origins          TEXT         NOT NULL,    -- of a publishable key, separated by blanks
  rate_per_key     INTEGER,                  -- submissions per minute; null without a limit of its own
  rate_per_address INTEGER,
  created_at       BIGINT       NOT NULL,
  last_used_at     BIGINT,                   -- to the hour
  revoked_at       BIGINT
);

-- Raised with every change of a key, so that gateways need not read them all to see that nothing has changed.
CREATE TABLE access_key_revision (
  id       SMALLINT PRIMARY KEY,
  revision BIGINT   NOT NULL
);

INSERT INTO access_key_revision (id, revision) VALUES (1, 0);
