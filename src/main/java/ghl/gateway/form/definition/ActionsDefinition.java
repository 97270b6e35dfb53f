package ghl.gateway.form.definition;

/** What answers make in the CRM. */
public record ActionsDefinition() {}
