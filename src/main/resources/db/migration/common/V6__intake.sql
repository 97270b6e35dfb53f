-- Secret addresses that senders without a signature post to. The secret itself is nowhere.
CREATE TABLE intake_link (
  id         VARCHAR(12)  PRIMARY KEY,
  form       VARCHAR(200) NOT NULL,
  sender     VARCHAR(30)  NOT NULL,
  digest     VARCHAR(64)  NOT NULL,
  created_at BIGINT       NOT NULL,
  created_by VARCHAR(200) NOT NULL,
  revoked_at BIGINT
);

CREATE UNIQUE INDEX intake_link_by_digest ON intake_link (digest);
CREATE INDEX intake_link_by_form ON intake_link (form, created_at);

-- Forms whose first bodies are kept, to be looked at.
CREATE TABLE intake_capture (
  form       VARCHAR(200) PRIMARY KEY,
  opened_at  BIGINT       NOT NULL,
  expires_at BIGINT       NOT NULL
);

CREATE TABLE captured_body (
  id           VARCHAR(36)  PRIMARY KEY,
  form         VARCHAR(200) NOT NULL,
  content_type VARCHAR(200) NOT NULL,
  body         ${binary}    NOT NULL, -- sealed
  captured_at  BIGINT       NOT NULL,
  expires_at   BIGINT       NOT NULL
);

CREATE INDEX captured_body_by_form ON captured_body (form, captured_at);
