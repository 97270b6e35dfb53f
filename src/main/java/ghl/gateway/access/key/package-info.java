/**
 * Keys that callers show: secret ones ({@code sk_…}) with roles and locations, publishable ones ({@code pk_…}) with the
 * right to submit one form. What is kept of a key cannot be shown to anybody. A running gateway has them all in its memory
 * and looks once a second whether they have changed, so that nobody waits for the database to be let in.
 */
package ghl.gateway.access.key;
