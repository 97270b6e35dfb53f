package ghl.gateway.submission.input;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ConsentInput")
@Description("Consent given by the person. Recorded in the first note with its time; ends do-not-disturb on its"
        + " channels.")
public record ConsentInput(
        @NonNull @Description("Text that the person agreed to, word for word. At most 2,000 characters.")
        String text,

        @Description("Channels that the consent covers.") List<@NonNull DndChannel> channels) {

    public ConsentInput {
        channels = Lists.orEmpty(channels);
    }
}
