/**
 * Public forms: forms submitted by pages that anyone can open, as plain HTML or with a publishable key. Used by {@code intake}
 * (HTTP) and {@code graph} (GraphQL), so that both apply the same origins, rate limits, spam checks and minimal receipts.
 * May import {@code form}, {@code submission}, {@code access}, {@code storage}, {@code page} and {@code time}.
 */
package ghl.gateway.publicform;
