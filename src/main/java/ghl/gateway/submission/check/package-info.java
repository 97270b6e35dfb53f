/**
 * Looks a form through before anything is written: everything that is wrong is told at once, with its place; what is
 * right becomes a plan of steps, with due dates, phone numbers and custom fields resolved.
 */
package ghl.gateway.submission.check;
