/**
 * How a location or an agency is connected and disconnected: {@code /oauth/install} sends an operator to the vendor's
 * consent page, {@code /oauth/callback} is where the browser comes back to.
 */
package ghl.gateway.credential.install;
