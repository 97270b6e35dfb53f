/**
 * The vendor's OAuth 2.0: consent page, token endpoint, and location tokens made from an agency's. Source: the vendor's
 * OAuth API, version 2021-07-28. Refresh tokens work once, and once more within 30 seconds, as reported.
 *
 * <p>Decided here: codes are valid for a minute; a used refresh token returns the same new pair within its grace period,
 * and {@code invalid_grant} afterwards; old access tokens stay valid until they expire; a location token made from an
 * agency's has no refresh token unless {@code locationRefreshTokens} is set; {@code state} is returned as sent; at most 50
 * installed locations are listed; a refusal on the consent page redirects with {@code error=access_denied}; redirects go to
 * this machine only.
 */
package ghl.gateway.sandbox.oauth;
