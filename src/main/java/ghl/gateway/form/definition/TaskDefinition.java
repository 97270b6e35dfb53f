package ghl.gateway.form.definition;

import ghl.gateway.form.template.FormText;

/**
 * A task that answers make.
 *
 * @param body null: none
 * @param dueIn in the grammar of {@code TaskInput.dueIn}; null: a day
 * @param assignedTo a user's id; null: nobody
 */
public record TaskDefinition(FormText title, FormText body, String dueIn, String assignedTo) {}
