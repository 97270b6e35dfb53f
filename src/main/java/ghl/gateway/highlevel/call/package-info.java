/**
 * What a call to the CRM carries and how it can fail: deadline, request context, tokens, exceptions. Used by all
 * packages of the client and by its callers. Imports only {@code async} and {@code budget}.
 */
package ghl.gateway.highlevel.call;
