package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.annotation.JsonAlias;

/** What a deletion answers. The older spelling is the common one. */
public record DoneJson(@JsonAlias("succeded") Boolean succeeded) {}
