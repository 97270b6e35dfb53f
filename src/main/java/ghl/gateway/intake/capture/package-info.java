/**
 * Captured bodies of unknown senders: a few, encrypted and for a limited time, so that an operator can see how the sender
 * names its answers. May import {@code storage}, {@code form}, {@code intake.body} and {@code intake.sender}.
 */
package ghl.gateway.intake.capture;
