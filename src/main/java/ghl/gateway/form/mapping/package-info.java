/**
 * Maps a definition and answers to the input of a submission. Answers that do not fit their field, or have none, go to the
 * note.
 */
package ghl.gateway.form.mapping;
