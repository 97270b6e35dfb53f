/**
 * The append-only audit log: who changed submissions, keys, form links and connections, and when. Rows hold ids and never
 * personal data. May import {@code storage} only.
 */
package ghl.gateway.audit;
