package ghl.gateway.submission.check;

/** What a form is for. */
public enum Purpose {
    /** It writes, as it says. */
    WRITE,
    /**
     * The same for somebody of whom neither e-mail nor phone is known: the contact is created, for there is nothing to find
     * one by. Forms come down to this when both were wrong; callers cannot ask for it.
     */
    WRITE_ANONYMOUS,
    /** The contact that it matches is deleted, once a person has approved. */
    ERASE
}
