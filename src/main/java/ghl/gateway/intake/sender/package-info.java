/**
 * Form builders: how each one signs what it sends, and how it spells answers. From bytes to flat answers, without a look at
 * any form's definition. May import {@code intake.body}, and {@code form}'s answers and kinds of senders.
 */
package ghl.gateway.intake.sender;
