/** Callers with a token of an OpenID provider: Quarkus verifies the token, its claims give roles and locations. */
package ghl.gateway.access.oidc;
