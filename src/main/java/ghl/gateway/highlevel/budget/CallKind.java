package ghl.gateway.highlevel.budget;

/**
 * What a call is for. Writes are somebody's lead: they go ahead of reads, but for a few, and may use what reads must
 * leave.
 */
public enum CallKind {
    READ,
    WRITE
}
