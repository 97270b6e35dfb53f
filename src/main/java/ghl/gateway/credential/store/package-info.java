/**
 * Credentials from OAuth installs, one row per location or agency. Tokens are sealed in the database. Knows neither
 * the token endpoint nor the CRM.
 */
package ghl.gateway.credential.store;
