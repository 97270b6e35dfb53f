package ghl.gateway.contact.draft;

import ghl.gateway.contact.Contact;

/** Result of an upsert. @param created whether the contact is new */
public record UpsertedContact(Contact contact, boolean created) {}
