/**
 * The error body of all REST routes: {@code application/problem+json} (RFC 9457), written by {@link
 * ghl.gateway.problem.Problem} alone, for Vert.x routes and for JAX-RS resources. {@code /graphql} answers with GraphQL's
 * {@code errors} instead, and the sandbox imitates the vendor. Imports no other package of the gateway.
 */
package ghl.gateway.problem;
