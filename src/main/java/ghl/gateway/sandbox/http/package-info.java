/** How a request comes in and an answer goes out, without a word about contacts: the only part that knows Vert.x. */
package ghl.gateway.sandbox.http;
