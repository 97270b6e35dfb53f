/**
 * Bodies of senders that nobody knows yet: kept sealed, few, and not for long, until an operator has seen how their answers
 * are called. May import {@code storage}, {@code form}'s answers, {@code intake.body} and {@code intake.sender}.
 */
package ghl.gateway.intake.capture;
