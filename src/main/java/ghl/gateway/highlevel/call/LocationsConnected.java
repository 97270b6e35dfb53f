package ghl.gateway.highlevel.call;

import java.util.Set;

/** Told when locations have tokens again, or for the first time: what waited for them may go on. */
public record LocationsConnected(Set<String> locationIds) {}
