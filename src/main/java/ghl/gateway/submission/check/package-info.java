/**
 * Checks a form before anything is written. All errors are reported at once with their paths; a valid form becomes a plan of
 * steps, with due dates, phone numbers and custom fields resolved.
 */
package ghl.gateway.submission.check;
