/**
 * Input of {@code submitForm} and of the list of submissions, as sent by the caller, not yet validated. Null (an absent
 * field) leaves a field in the CRM unchanged; an empty {@code Optional} (an explicit GraphQL null) clears it.
 */
package ghl.gateway.submission.input;
