/**
 * Which token serves which location of the CRM. May import {@code highlevel} and {@code storage}.
 */
package ghl.gateway.credential;
