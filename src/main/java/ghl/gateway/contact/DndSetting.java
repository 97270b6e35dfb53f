package ghl.gateway.contact;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Do not disturb on one channel.")
public record DndSetting(
        @NonNull @Description("Channel: `Call`, `Email`, `SMS`, `WhatsApp`, `GMB`, `FB`, or a later one of the CRM's.")
        String channel,

        @NonNull @Description("`active` (do not disturb), `inactive`, or `permanent`.")
        String status,

        @Description("The CRM's note about it.") String message,
        @Description("The CRM's code for it.") String code) {}
