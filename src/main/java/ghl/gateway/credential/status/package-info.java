/** State of the connections to the CRM, for operators, readiness and metrics. Contains no secrets. */
package ghl.gateway.credential.status;
