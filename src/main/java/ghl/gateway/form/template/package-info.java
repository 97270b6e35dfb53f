/**
 * Texts of form definitions: Qute templates limited to placeholders, conditions and the helpers of {@link
 * ghl.gateway.form.template.Helper}. Answers are inserted as plain values and never parsed as templates.
 */
package ghl.gateway.form.template;
