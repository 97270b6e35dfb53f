package ghl.gateway.form.definition;

import ghl.gateway.form.template.FormText;
import ghl.gateway.submission.input.DndChannel;
import java.util.List;

/**
 * What the form asks people to agree to.
 *
 * @param when they did: a text that is not blank then; null: whoever sends the form does
 * @param text word for word
 * @param channels on which do-not-disturb ends
 */
public record ConsentDefinition(FormText when, String text, List<DndChannel> channels) {}
