package ghl.gateway.submission.journal.list;

/**
 * A person in the journal.
 *
 * @param orderingKey digest of the e-mail, phone or contact id
 * @param contactId the CRM's id; null if the person is given by e-mail or phone
 */
public record PersonKey(String locationId, String orderingKey, String contactId) {}
