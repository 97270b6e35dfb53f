package ghl.gateway.submission.input;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ConsentInput")
@Description("What the person agreed to.")
public record ConsentInput(
        @NonNull @Description("The sentence that the person agreed to, word for word.")
        String text,

        @Description("The channels it covers.") List<@NonNull DndChannel> channels) {

    public ConsentInput(String text, List<DndChannel> channels) {
        this.text = text;
        this.channels = Lists.orEmpty(channels);
    }
}
