/**
 * Access keys: secret keys ({@code sk_…}) with roles and locations, publishable keys ({@code pk_…}) that submit one form.
 * Only digests are stored. A running gateway keeps all keys in memory and polls the database for changes about once a
 * second, so that authentication never waits for the database.
 */
package ghl.gateway.access.key;
