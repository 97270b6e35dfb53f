package ghl.gateway.highlevel.call;

import java.util.Set;

/** CDI event: these locations have a token for the first time or again, so work that waited for one can continue. */
public record LocationsConnected(Set<String> locationIds) {}
