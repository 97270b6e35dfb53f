/**
 * Domain vocabulary: contacts and what belongs to them. The records double as GraphQL types, so each field is described
 * once, here. No I/O; imports the JDK and the GraphQL annotations only. Terms are the vendor's, to match its
 * documentation.
 */
package ghl.gateway.contact;
