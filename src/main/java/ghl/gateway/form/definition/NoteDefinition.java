package ghl.gateway.form.definition;

import ghl.gateway.form.template.FormText;

/** A note that answers make. @param title null: none */
public record NoteDefinition(FormText title, FormText body) {}
