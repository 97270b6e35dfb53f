-- What opens this database, and the CRM's tokens. Times are epoch milliseconds; what is sealed is marked so.

CREATE TABLE master_key (
  id     SMALLINT  PRIMARY KEY,
  sample ${binary} NOT NULL  -- sealed: opens with the master key of this database
);

-- What an install of the gateway's app has brought: one row for an agency, one for each location.
CREATE TABLE credential (
  owner        VARCHAR(120) PRIMARY KEY,  -- company/ID or location/ID
  company_id   VARCHAR(100),
  status       VARCHAR(20)  NOT NULL,
  tokens       ${binary},                 -- access and refresh token; sealed; null while there are none
  scopes       TEXT         NOT NULL,
  version      BIGINT       NOT NULL,     -- raised with every pair of tokens
  connected_at BIGINT       NOT NULL,
  refreshed_at BIGINT       NOT NULL,
  refresh_at   BIGINT       NOT NULL,     -- some time in the middle of the token's life
  expires_at   BIGINT       NOT NULL,
  intent_at    BIGINT                     -- set before a token call, cleared with its outcome
);

CREATE INDEX credential_by_company ON credential (company_id);

-- Consents that came back: each is taken once.
CREATE TABLE used_consent (
  nonce      VARCHAR(64) PRIMARY KEY,
  expires_at BIGINT      NOT NULL
);
