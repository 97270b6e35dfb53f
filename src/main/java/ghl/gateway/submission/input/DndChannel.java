package ghl.gateway.submission.input;

import org.eclipse.microprofile.graphql.Description;

@Description("Channel that the CRM can send messages on.")
public enum DndChannel {
    @Description("Phone calls.")
    CALL("Call"),
    @Description("Email.")
    EMAIL("Email"),
    @Description("Text messages.")
    SMS("SMS"),
    @Description("WhatsApp messages.")
    WHATSAPP("WhatsApp"),
    @Description("Google Business messages.")
    GMB("GMB"),
    @Description("Facebook messages.")
    FB("FB");

    private final String key;

    DndChannel(String key) {
        this.key = key;
    }

    /** Name of the channel in the vendor's API (Contacts API, dndSettings). */
    public String key() {
        return key;
    }
}
