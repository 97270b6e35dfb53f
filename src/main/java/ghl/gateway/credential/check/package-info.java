/** Checks by real calls that the CRM grants the gateway the scopes that it needs. Changes nothing in the CRM. */
package ghl.gateway.credential.check;
