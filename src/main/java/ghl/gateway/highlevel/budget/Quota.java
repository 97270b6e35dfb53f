package ghl.gateway.highlevel.budget;

import java.time.Instant;

/**
 * What a location has left, as far as this gateway knows without asking.
 *
 * @param remaining calls of this window, 0 while the CRM refuses
 * @param dailyRemaining calls of today
 * @param resetAt when the window's calls are whole again if nobody makes another one
 */
public record Quota(int remaining, long dailyRemaining, Instant resetAt) {}
