/**
 * A form's sample answers, sent as real ones are and taken back: what {@code check --submit} does. Imports what {@code
 * form} may.
 */
package ghl.gateway.form.trial;
