package ghl.gateway.form.definition;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

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
    @JsonProperty("elementor")
    ELEMENTOR,
    @JsonProperty("wpforms")
    WPFORMS,
    @JsonProperty("fluent-forms")
    FLUENT_FORMS,
    @JsonProperty("contact-form-7")
    CONTACT_FORM_7,
    @JsonProperty("framer")
    FRAMER,
    @JsonProperty("google-ads")
    GOOGLE_ADS,
    @JsonProperty("formspree")
    FORMSPREE,
    @JsonProperty("calendly")
    CALENDLY,
    @JsonProperty("cal-com")
    CAL_COM,
    @JsonProperty("netlify")
    NETLIFY,
    @JsonProperty("fillout")
    FILLOUT,
    @JsonProperty("paperform")
    PAPERFORM,
    @JsonProperty("cognito")
    COGNITO,
    @JsonProperty("ghl-workflow")
    GHL_WORKFLOW,
    @JsonProperty("standard-webhooks")
    STANDARD_WEBHOOKS,
    /** Any sender that knows a secret address. */
    @JsonProperty("link")
    LINK,
    /** Pages that anyone can open: with a publishable key, or as a plain HTML form. */
    @JsonProperty("public")
    PUBLIC;

    /** As in definitions and in JSON. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
