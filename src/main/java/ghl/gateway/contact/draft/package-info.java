/** Validated data to write to the CRM. In changes, null leaves a field unchanged and an empty value clears it. */
package ghl.gateway.contact.draft;
