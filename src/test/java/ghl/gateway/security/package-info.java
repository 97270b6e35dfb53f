/**
 * What callers get, and hostile ones do not: against the packaged gateway, over all of its routes. The tables of who may
 * what are in {@code src/test/resources/access}.
 */
package ghl.gateway.security;
