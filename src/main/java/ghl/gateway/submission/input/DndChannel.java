package ghl.gateway.submission.input;

import org.eclipse.microprofile.graphql.Description;

@Description("A channel on which the CRM can send messages.")
public enum DndChannel {
    @Description("Phone calls.")
    CALL("Call"),
    @Description("E-mail.")
    EMAIL("Email"),
    @Description("Text messages.")
    SMS("SMS"),
    @Description("WhatsApp.")
    WHATSAPP("WhatsApp"),
    @Description("Google Business messages.")
    GMB("GMB"),
    @Description("Facebook messages.")
    FB("FB");

    private final String key;

    DndChannel(String key) {
        this.key = key;
    }

    /** The channel as the vendor spells it (Contacts API, dndSettings). */
    public String key() {
        return key;
    }
}
