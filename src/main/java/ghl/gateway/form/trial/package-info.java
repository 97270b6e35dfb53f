/**
 * Test submissions of a form's sample answers, used by {@code check --submit}: sent like real ones, compared with the CRM's
 * records, then deleted. May import what {@code form} may.
 */
package ghl.gateway.form.trial;
