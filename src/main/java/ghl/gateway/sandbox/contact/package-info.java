/** Contact operations, with tasks, notes, tags and appointments. Source: the vendor's Contacts API. */
package ghl.gateway.sandbox.contact;
