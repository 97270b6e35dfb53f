/**
 * What answers make: a definition and answers become the input of a submission. What does not fit its place, and what has
 * none, goes to the note.
 */
package ghl.gateway.form.mapping;
