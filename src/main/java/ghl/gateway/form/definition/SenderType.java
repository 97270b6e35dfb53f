package ghl.gateway.form.definition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Senders that may submit a form without a secret key. */
public enum SenderType {
    @JsonProperty("typeform")
    TYPEFORM,
    @JsonProperty("tally")
    TALLY,
    @JsonProperty("jotform")
    JOTFORM,
    @JsonProperty("webflow")
    WEBFLOW,
    @JsonProperty("gravity-forms")
    GRAVITY_FORMS,
    @JsonProperty("standard-webhooks")
    STANDARD_WEBHOOKS,
    /** Any sender that knows a secret address. */
    @JsonProperty("link")
    LINK,
    /** Pages that anyone can open: with a publishable key, or as a plain HTML form. */
    @JsonProperty("public")
    PUBLIC
}
