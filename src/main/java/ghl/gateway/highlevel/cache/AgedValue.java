package ghl.gateway.highlevel.cache;

/** A value as it is handed out. */
record AgedValue<V>(V value, long ageMs) {}
