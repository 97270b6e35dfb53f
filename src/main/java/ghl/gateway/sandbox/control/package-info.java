/**
 * {@code /sandbox/_control}: what the vendor's API cannot do. Makes locations, tokens and records, breaks things on
 * purpose, and tells what was seen. No token is asked for; a key that is not known is refused by name.
 */
package ghl.gateway.sandbox.control;
