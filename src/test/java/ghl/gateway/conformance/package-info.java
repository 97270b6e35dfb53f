/**
 * Third-party conformance suites run against the packaged gateway: the audits of GraphQL over HTTP, the npm client of
 * GraphQL over WebSocket, the vendor's SDK and OpenAPI documents, and Chromium. They need {@code npm ci} in {@code
 * src/test/node}, Chromium, and {@code VENDOR_OPENAPI} with the folder of the vendor's documents. A test whose
 * component is missing is skipped with the reason.
 */
package ghl.gateway.conformance;
