/**
 * Execution of documents on SmallRye's schema: resolvers and properties are called without SmallRye's per-field
 * context, arguments are bound with Jackson, and failures become errors with {@code extensions}.
 */
package ghl.gateway.graph.execution;
