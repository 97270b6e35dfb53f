package ghl.gateway.submission.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("DndSettingInput")
@Description("Do-not-disturb setting of one channel.")
public record DndSettingInput(
        @NonNull @Description("Channel.") DndChannel channel,

        @NonNull @Description("True to stop messages on the channel, false to allow them.")
        Boolean active) {}
