/** Whether the CRM lets the gateway do what it needs, asked of the CRM itself. Changes nothing there. */
package ghl.gateway.credential.check;
