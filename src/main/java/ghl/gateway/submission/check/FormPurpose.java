package ghl.gateway.submission.check;

public enum FormPurpose {
    /** Writes a contact that has an e-mail or phone, or attaches to a matched one. */
    WRITE,
    /**
     * Writes a contact without e-mail and phone, which is always created. Only mapped forms have this purpose, if neither
     * identifier could be read.
     */
    WRITE_ANONYMOUS,
    /**
     * Like {@link #WRITE_ANONYMOUS}, for forms that should not create a contact, such as an unsubscribe form: needs
     * approval. The operator may find the person and act in the CRM instead.
     */
    WRITE_ANONYMOUS_ON_APPROVAL,
    /** Deletes the matched contact: needs approval. */
    ERASE;

    /** Whether the contact has no identifier. */
    boolean isAnonymous() {
        return this == WRITE_ANONYMOUS || this == WRITE_ANONYMOUS_ON_APPROVAL;
    }

    /** Whether an operator must approve it before delivery. */
    public boolean needsApproval() {
        return this == ERASE || this == WRITE_ANONYMOUS_ON_APPROVAL;
    }
}
