/**
 * Keeps access tokens valid. {@link ghl.gateway.credential.refresh.TokenCache} answers from memory and starts refreshes;
 * {@link ghl.gateway.credential.refresh.TokenRefresher} makes one refresh crash-safe;
 * {@link ghl.gateway.credential.refresh.RefreshLock} allows one refresh at a time per credential.
 */
package ghl.gateway.credential.refresh;
