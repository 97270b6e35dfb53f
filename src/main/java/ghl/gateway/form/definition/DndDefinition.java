package ghl.gateway.form.definition;

import ghl.gateway.form.template.FormText;
import ghl.gateway.submission.input.DndChannel;
import java.util.List;

/**
 * People who do not want to be disturbed any more.
 *
 * @param when it is so: a text that is not blank then; null: always
 * @param channels empty: all
 */
public record DndDefinition(FormText when, List<DndChannel> channels) {}
