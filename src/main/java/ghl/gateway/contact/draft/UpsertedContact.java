package ghl.gateway.contact.draft;

import ghl.gateway.contact.Contact;

/** What an upsert did. @param created whether the contact is new */
public record UpsertedContact(Contact contact, boolean created) {}
