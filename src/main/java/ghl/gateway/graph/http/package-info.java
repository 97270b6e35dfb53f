/**
 * HTTP route of the API: implements the GraphQL-over-HTTP specification on top of SmallRye's schema. SmallRye's own
 * handler runs mutations over GET and answers malformed JSON with 500, so requests never reach it.
 */
package ghl.gateway.graph.http;
