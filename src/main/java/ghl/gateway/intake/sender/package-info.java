/**
 * Form builders: how each one signs its webhooks and encodes answers. Turns request bodies into flat answers, independent of
 * any form's definition. May import {@code intake.body}, and {@code form}'s answers and sender types.
 */
package ghl.gateway.intake.sender;
