package ghl.gateway.highlevel.budget;

/**
 * A call as it was counted when its permit was granted.
 *
 * @param at milliseconds of the steady clock
 * @param inWindow calls in the CRM's window at that time, including this one
 * @param total all calls counted up to and including this one, those of other clients too
 */
record CountedCall(CallKind kind, long at, int inWindow, long total) {}
