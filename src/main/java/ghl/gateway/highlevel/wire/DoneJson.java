package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.annotation.JsonAlias;

/** The answer to a deletion. The misspelled name is the common one. */
public record DoneJson(@JsonAlias("succeded") Boolean succeeded) {}
