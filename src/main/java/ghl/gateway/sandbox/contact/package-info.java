/** The contact operations and what hangs on a contact: tasks, notes, tags, appointments. Source: FACTS 5. */
package ghl.gateway.sandbox.contact;
