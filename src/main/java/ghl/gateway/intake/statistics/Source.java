package ghl.gateway.intake.statistics;

import ghl.gateway.form.definition.SenderType;

/** Senders of one type that post a form. */
record Source(String form, SenderType type) {}
