package ghl.gateway.highlevel.budget;

/**
 * A call as it was counted when it went.
 *
 * @param at in epoch milliseconds
 * @param held what the window that the CRM tells of held then, this call included
 * @param counted how many calls had been counted until then, this and those of others included
 */
record CountedCall(CallKind kind, long at, int held, long counted) {}
