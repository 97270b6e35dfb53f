/**
 * GraphQL API: the query, mutation and subscription fields of the schema, each a thin resolver over a service. {@code
 * http} and {@code websocket} hold the routes, {@code execution} calls resolvers and turns failures into errors, {@code
 * limit} rejects oversized documents, {@code cost} rejects queries that need too many upstream calls.
 */
package ghl.gateway.graph;
