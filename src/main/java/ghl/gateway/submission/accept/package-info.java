/**
 * Accepts submissions: maps and checks the input, then stores it in one transaction with its ordering keys and its delivery
 * task. What is {@code Stored} survives a crash and is delivered. {@code KnownLocations} lets forms be accepted while the CRM
 * does not answer.
 */
package ghl.gateway.submission.accept;
