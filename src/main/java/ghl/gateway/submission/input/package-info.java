/**
 * Input of {@code submitForm} as sent by the caller, not yet validated. Null (an absent field) leaves a field in the
 * CRM unchanged; an empty {@code Optional} (an explicit GraphQL null) clears it.
 */
package ghl.gateway.submission.input;
