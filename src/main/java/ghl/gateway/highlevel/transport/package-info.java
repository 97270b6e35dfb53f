/**
 * How one call gets to the CRM and back: REST interfaces, token, permit, timeout, retries of reads, and the meaning of
 * failures. {@code CrmCaller} is the entry point. Imports {@code settings}, {@code call}, {@code wire}, {@code budget},
 * {@code cache}, {@code circuit} and {@code async}.
 */
package ghl.gateway.highlevel.transport;
