/** HTTP: reads requests and sends answers. Knows nothing of contacts, and is the only part that knows Vert.x. */
package ghl.gateway.sandbox.http;
