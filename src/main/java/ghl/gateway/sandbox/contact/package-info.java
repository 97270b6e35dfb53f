/**
 * The contact operations and what hangs on a contact: tasks, notes, tags, appointments. Source: the vendor's Contacts
 * API.
 */
package ghl.gateway.sandbox.contact;
