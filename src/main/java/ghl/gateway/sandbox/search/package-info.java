/**
 * Lists and searches: they see the state as it was a moment ago, and give their own shapes of row. Source: the vendor's
 * Contacts API, and reports.
 */
package ghl.gateway.sandbox.search;
