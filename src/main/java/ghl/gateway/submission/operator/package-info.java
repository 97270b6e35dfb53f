/**
 * Operators' actions on submissions: retry, resolve, approve, discard, erase, and lists. Every change adds an entry to the
 * audit log in the same transaction.
 */
package ghl.gateway.submission.operator;
