/**
 * Who may call the gateway. An open gateway accepts everyone on this machine and no one else; a guarded one accepts keys
 * ({@code access.key}) and tokens of the OpenID provider ({@code access.oidc}) from anywhere. Either way the request has a
 * {@link ghl.gateway.access.caller.Caller} with roles and locations. The filters of this package run before every route, in
 * this order: security headers, host and origin, route authorization, health details. May import {@code problem}, {@code
 * log}, {@code storage} for the keys, {@code highlevel} for the CRM's settings, {@code contact} and {@code time}.
 */
package ghl.gateway.access;
