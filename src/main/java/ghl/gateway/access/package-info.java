/**
 * Who may call. Open: everybody on this machine, and nobody else. Guarded: whoever shows a key ({@code access.key}) or a
 * token of the OpenID provider. Either way there is a {@link ghl.gateway.access.caller.Caller} with roles and locations, for
 * resolvers, resources and routes. May import {@code storage}, where keys are, and {@code highlevel}, to ask which CRM
 * stands behind.
 */
package ghl.gateway.access;
