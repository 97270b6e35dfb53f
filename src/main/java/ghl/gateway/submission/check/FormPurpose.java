package ghl.gateway.submission.check;

/** What a form is for. */
public enum FormPurpose {
    /** It writes, as it says. */
    WRITE,
    /**
     * The same for somebody of whom neither e-mail nor phone is known: the contact is created, for there is nothing to find
     * one by. Forms come down to this when both were wrong; callers cannot ask for it.
     */
    WRITE_ANONYMOUS,
    /**
     * The same where nobody should be created for it, such as who wants to be left alone: once a person has approved, who
     * may find out whom it is about and act by hand instead.
     */
    WRITE_ANONYMOUS_ON_APPROVAL,
    /** The contact that it matches is deleted, once a person has approved. */
    ERASE;

    /** Whether there is nothing to find a contact by. */
    boolean isAnonymous() {
        return this == WRITE_ANONYMOUS || this == WRITE_ANONYMOUS_ON_APPROVAL;
    }

    /** Whether nothing of it happens before an operator says so. */
    public boolean needsApproval() {
        return this == ERASE || this == WRITE_ANONYMOUS_ON_APPROVAL;
    }
}
