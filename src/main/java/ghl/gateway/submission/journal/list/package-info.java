/** Queries over many submissions, for operators and lists. Reads only. */
package ghl.gateway.submission.journal.list;
