/**
 * Validated data to write to the CRM. In changes, null leaves a field unchanged and an empty value clears it. The names of the
 * components are the names in the vendor's JSON: renaming one changes what the CRM receives.
 */
package ghl.gateway.contact.draft;
