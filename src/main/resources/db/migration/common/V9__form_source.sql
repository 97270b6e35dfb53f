-- What the senders of each form posted: added up by all gateways, hour by hour.
CREATE TABLE form_source_hour (
  form    VARCHAR(200) NOT NULL,
  source  VARCHAR(30)  NOT NULL,
  hour    BIGINT       NOT NULL, -- since 1970
  counter VARCHAR(120) NOT NULL,
  amount  BIGINT       NOT NULL,
  PRIMARY KEY (form, source, hour, counter)
);

CREATE INDEX form_source_hour_by_hour ON form_source_hour (hour);

-- Whether the senders of each form still send an e-mail address or a phone number.
CREATE TABLE form_source (
  form          VARCHAR(200) NOT NULL,
  source        VARCHAR(30)  NOT NULL,
  identified_at BIGINT,
  missed        BIGINT       NOT NULL, -- posts without one since then
  PRIMARY KEY (form, source)
);

-- Those that matter to read the captured body.
ALTER TABLE captured_body ADD COLUMN headers VARCHAR(1000);
