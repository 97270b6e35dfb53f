/**
 * Pages that the gateway shows to people: one look, and headers that let nothing in from elsewhere. Imports nothing of
 * ours.
 */
package ghl.gateway.page;
