package ghl.gateway.form;

import ghl.gateway.form.definition.AnswerDefinition;
import ghl.gateway.form.definition.AnswerType;
import ghl.gateway.form.definition.FormDefinition;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A form that can be submitted, with the data needed to render it.")
public record Form(
        @NonNull @Description("Unique name, used as `form` in `submitForm`.")
        String name,

        @NonNull @Description("Title shown to people.") String title,

        @Id
        @Description(
                "Location that its submissions are written to. Null when that is the gateway's own or the one named in the"
                        + " request, and for publishable keys.")
        String locationId,

        @NonNull @Description("Questions in display order.") List<@NonNull FormAnswer> answers) {

    public static Form of(FormDefinition form) {
        return new Form(
                form.name(),
                form.title(),
                form.locationId(),
                form.answers().stream().map(FormAnswer::of).toList());
    }

    /** For callers that may not know the location, such as publishable keys. */
    public Form withoutLocation() {
        return new Form(name, title, null, answers);
    }

    @Description("Question of a form.")
    public record FormAnswer(
            @NonNull @Description("Unique name within the form, used as `field` in `answers`.")
            String name,

            @NonNull @Description("Type of the answer.") AnswerType type,

            @NonNull @Description("Label shown to people.") String label,

            @NonNull @Description("Whether an answer is required.")
            Boolean required,

            @NonNull @Description("Choices of a `CHOICE` or `CHOICES` question; empty for other types.")
            List<@NonNull String> options) {

        private static FormAnswer of(AnswerDefinition answer) {
            return new FormAnswer(answer.name(), answer.type(), answer.label(), answer.required(), answer.options());
        }
    }
}
