/**
 * The texts of a form's definition: Qute templates of which nothing works but placeholders, conditions and the helpers here.
 * Answers go in as values and come out as text; none is ever read as a template.
 */
package ghl.gateway.form.template;
