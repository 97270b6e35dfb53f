/**
 * The vendor's operations, one class per kind of record: which call serves a request, and what is sent and read. No
 * caching except for {@code LocationMetadata}. Imports {@code transport}, {@code wire}, {@code call}, {@code settings},
 * {@code cache} and {@code time}.
 */
package ghl.gateway.highlevel.operation;
