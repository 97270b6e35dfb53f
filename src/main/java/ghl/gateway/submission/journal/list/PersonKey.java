package ghl.gateway.submission.journal.list;

/**
 * Whom submissions are about, as the journal knows it.
 *
 * @param lane digest of the e-mail, phone or contact id
 * @param contactId the CRM's id; null when the person is known by e-mail or phone
 */
public record PersonKey(String locationId, String lane, String contactId) {}
