/**
 * What shall be written to the CRM, already checked and resolved. In a draft of changes an absent (null) field stays
 * untouched, an empty one is cleared.
 */
package ghl.gateway.contact.draft;
