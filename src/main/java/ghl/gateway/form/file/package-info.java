/** Form definition files: found, validated against the published JSON Schema, and read; problems name their line. */
package ghl.gateway.form.file;
