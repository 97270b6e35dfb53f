/** Form definitions as records: validated when they are read, no I/O. */
package ghl.gateway.form.definition;
