/**
 * How SmallRye's schema is executed: resolvers and properties are called without SmallRye's per-field context, arguments
 * are bound with Jackson, failures become {@code extensions}.
 */
package ghl.gateway.graph.execution;
