package ghl.gateway.contact;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Do-not-disturb setting of one channel.")
public record DndSetting(
        @NonNull
        @Description("Channel: `Call`, `Email`, `SMS`, `WhatsApp`, `GMB`, `FB`, or one that the CRM adds later.")
        String channel,

        @NonNull @Description("`active` (do not disturb), `inactive` or `permanent`.")
        String status,

        @Description("Comment stored by the CRM.") String message,
        @Description("Code stored by the CRM.") String code) {}
