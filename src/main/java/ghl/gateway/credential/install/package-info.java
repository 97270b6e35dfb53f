/**
 * Connects and disconnects locations and agencies. {@code /oauth/install} sends an operator to the vendor's consent page,
 * which returns the browser to {@code /oauth/callback}. The vendor's webhook reports uninstalls.
 */
package ghl.gateway.credential.install;
