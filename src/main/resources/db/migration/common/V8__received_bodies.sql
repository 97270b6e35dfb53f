-- Bodies of forms that could not be read, until they can. One for each submission that is parked as UNREADABLE, and for
-- discarded ones until their content expires.
CREATE TABLE received_body (
  submission_id VARCHAR(36) PRIMARY KEY REFERENCES submission (id),
  request       ${binary}   NOT NULL -- sender, content type, headers and body; sealed
);
