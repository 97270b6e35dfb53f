/**
 * Definitions as files: found, checked against the published JSON Schema, and read; what is wrong is told with its line.
 */
package ghl.gateway.form.file;
