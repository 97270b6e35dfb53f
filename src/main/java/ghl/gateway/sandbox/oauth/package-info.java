/**
 * The vendor's OAuth 2.0: consent page, token endpoint, tokens of locations from an agency's. Source: the vendor's OAuth
 * API, version 2021-07-28; that refresh tokens serve once, and once more within 30 seconds, as reported.
 *
 * <p>Decided here: codes live for a minute; a used refresh token brings the same new pair within its grace, and {@code
 * invalid_grant} afterwards; old access tokens live on until they expire; a location's token that was made from an
 * agency's carries no refresh token unless {@code locationRefreshTokens} says so; {@code state} comes back as it was sent;
 * at most 50 installed locations are told at once;
 * a refusal on the consent page comes back as {@code error=access_denied}; browsers are sent back to this machine only.
 */
package ghl.gateway.sandbox.oauth;
