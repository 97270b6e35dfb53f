package ghl.gateway.form.definition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may bring a form's answers without a secret key. */
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
    /** Whoever knows an address that nobody can guess. */
    @JsonProperty("link")
    LINK,
    /** Everybody: a publishable key, or a plain HTML form. */
    @JsonProperty("public")
    PUBLIC
}
