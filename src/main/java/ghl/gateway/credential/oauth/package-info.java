/**
 * The vendor's OAuth 2.0 as its app sees it: codes and refresh tokens for tokens through {@code quarkus-oidc-client}, and
 * an agency's token for those of its locations. Nothing here is kept or tried twice. Methods block.
 */
package ghl.gateway.credential.oauth;
