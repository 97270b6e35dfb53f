package ghl.gateway.highlevel.cache;

/** A value as it is handed out. */
record Told<V>(V value, long ageMs) {}
