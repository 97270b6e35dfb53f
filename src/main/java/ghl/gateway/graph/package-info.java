/**
 * What callers see: the roots and fields of the schema, each resolver one statement over a service's own face. {@code
 * http} holds the front route, {@code execution} how a resolver is called and how a failure is told.
 */
package ghl.gateway.graph;
