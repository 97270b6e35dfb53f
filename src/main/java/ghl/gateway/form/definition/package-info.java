/** What a form's file says, as records: checked, no I/O. */
package ghl.gateway.form.definition;
