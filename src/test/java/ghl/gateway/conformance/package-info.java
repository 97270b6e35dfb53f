/**
 * The packaged gateway before judges that nobody here wrote: the audits of GraphQL over HTTP, the client of GraphQL over
 * WebSocket, the vendor's SDK and documents, a browser. They need {@code npm ci} in {@code src/test/node}, Chromium, and
 * the vendor's OpenAPI documents in the folder that {@code VENDOR_OPENAPI} names; what is missing skips its test with the
 * reason.
 */
package ghl.gateway.conformance;
