/**
 * Access control and hostile requests, tested against the packaged gateway on all of its routes. The tables of allowed
 * callers are in {@code src/test/resources/access}.
 */
package ghl.gateway.security;
