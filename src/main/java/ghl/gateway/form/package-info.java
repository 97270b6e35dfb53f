/**
 * Forms without code: a definition file says what the answers of a form create in the CRM. {@link ghl.gateway.form.Forms}
 * has the definitions, {@link ghl.gateway.form.FormSubmissions} accepts answers. May import {@code submission}, {@code
 * highlevel} (a location's custom fields), {@code contact} and {@code time}.
 *
 * <p>How a form is processed: {@code file} (YAML, validated against the published JSON Schema) → {@code definition}
 * (records) → {@code mapping} (definition and answers → the input of a submission; {@code template} renders the texts).
 *
 * <p>A lead is never lost because of an invalid answer: an answer that does not fit its field goes to the note, with a
 * warning.
 */
package ghl.gateway.form;
