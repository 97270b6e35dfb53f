/**
 * Forms without code: a definition, which is a file, says what answers make in the CRM. {@link ghl.gateway.form.Forms} knows
 * the definitions, {@link ghl.gateway.form.FormSubmissions} is the way in for answers. May import {@code submission}, {@code
 * highlevel} (a location's custom fields) and {@code contact}.
 *
 * <p>The way of a form: {@code file} (YAML → checked against the published JSON Schema) → {@code definition} (records) →
 * {@code mapping} (definition and answers → what {@code submission} takes; {@code template} renders the texts).
 *
 * <p>Somebody's lead is never lost for a slip in its answers: what does not fit its place goes to the note, with a warning.
 */
package ghl.gateway.form;
