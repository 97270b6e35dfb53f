package ghl.gateway.highlevel.cache;

/** A value with its age at the time it is served. */
record AgedValue<V>(V value, long ageMs) {}
