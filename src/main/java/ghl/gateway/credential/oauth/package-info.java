/**
 * Client of the vendor's OAuth 2.0 endpoints: {@code /oauth/token} through {@code quarkus-oidc-client}, and the calls that an
 * agency's token allows. Stores nothing and does not retry. Methods block.
 */
package ghl.gateway.credential.oauth;
