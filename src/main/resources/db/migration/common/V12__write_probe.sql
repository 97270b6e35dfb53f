-- One row, overwritten regularly to find out whether forms can be stored.
CREATE TABLE write_probe (
  id     INTEGER   PRIMARY KEY,
  filler ${binary} NOT NULL
);
