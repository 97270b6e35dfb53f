package ghl.gateway.submission.receipt;

import org.eclipse.microprofile.graphql.Description;

@Description("Why a submission is parked until a person acts.")
public enum ParkReason {
    @Description("The CRM refused a step. The step's `error` says why.")
    REFUSED,
    @Description("Unknown whether a step took effect: the CRM's response was lost and the gateway could not find out."
            + " Or a duplicate that the CRM created late was edited in the CRM (warning SURPLUS). Check the CRM, then"
            + " resolve the step; after SURPLUS, retry or discard.")
    UNSURE,
    @Description("The CRM failed or was unreachable for too long (72 hours by default), and the gateway stopped"
            + " retrying.")
    UNAVAILABLE,
    @Description("An operator must approve it first, for example the erasure of a contact. No step has run.")
    APPROVAL,
    @Description("The form's body could not be read, or has no answer that the form's definition asks for. The warning"
            + " UNREADABLE says which. An operator can look at the body; it is read again on retry. It has no steps.")
    UNREADABLE,
    @Description(
            "The gateway's journal comes from a backup, and the CRM has other values than this submission sets, which it got"
                    + " after the backup. The step's `error` shows both. Retry to write this submission's values, or discard it.")
    CHANGED_SINCE_BACKUP
}
