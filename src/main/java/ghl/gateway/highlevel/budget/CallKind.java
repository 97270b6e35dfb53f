package ghl.gateway.highlevel.budget;

/**
 * Writes belong to a submitted lead: they take precedence over most reads and may use the calls that reads leave free.
 */
public enum CallKind {
    READ,
    WRITE
}
