package ghl.gateway.submission.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("DndSettingInput")
@Description("Do not disturb on one channel.")
public record DndSettingInput(
        @NonNull @Description("The channel.") DndChannel channel,

        @NonNull @Description("True: no messages on this channel.")
        Boolean active) {}
