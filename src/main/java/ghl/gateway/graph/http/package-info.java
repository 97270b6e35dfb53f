/**
 * The front route: GraphQL over HTTP as its specification says it, executed on SmallRye's schema. SmallRye's own handler
 * runs mutations over GET and answers wrong JSON types with 500, so it never sees a request.
 */
package ghl.gateway.graph.http;
