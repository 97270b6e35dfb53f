/**
 * Validation of bodies and queries: allowed fields and value rules. All violations are reported at once, in the wording
 * of the vendor's validator.
 */
package ghl.gateway.sandbox.check;
