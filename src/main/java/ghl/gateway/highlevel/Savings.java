package ghl.gateway.highlevel;

/** What spares calls. */
record Savings(Reads reads, GatheredTasks tasks, Catalogue catalogue, Promises promises) {}
