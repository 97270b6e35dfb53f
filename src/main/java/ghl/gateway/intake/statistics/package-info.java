/**
 * What the senders of each form posted in the last day, and whether they still send an e-mail address or a phone number.
 * Contains no answers. May import {@code storage}, {@code form}, {@code log} and {@code intake.sender}.
 */
package ghl.gateway.intake.statistics;
