package ghl.gateway.form;

import ghl.gateway.form.definition.AnswerDefinition;
import ghl.gateway.form.definition.AnswerType;
import ghl.gateway.form.definition.FormDefinition;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A form that can be submitted: enough to draw it.")
public record Form(
        @NonNull @Description("What `submitForm` calls it.") String name,

        @NonNull @Description("What people read.") String title,

        @Id
        @Description(
                "The location that it goes to; null: the gateway's own, or the one that the caller names. Publishable keys are not told.")
        String locationId,

        @NonNull @Description("Its questions, in order.") List<@NonNull FormAnswer> answers) {

    /** What callers see of a definition. */
    public static Form of(FormDefinition form) {
        return new Form(
                form.name(),
                form.title(),
                form.locationId(),
                form.answers().stream().map(FormAnswer::of).toList());
    }

    /** For whoever may read a page. */
    public Form withoutLocation() {
        return new Form(name, title, null, answers);
    }

    @Description("A question of a form.")
    public record FormAnswer(
            @NonNull @Description("What `answers` calls it in `field`.")
            String name,

            @NonNull @Description("What kind of answer it takes.")
            AnswerType type,

            @NonNull @Description("What people read.") String label,

            @NonNull @Description("Whether it must be answered.")
            Boolean required,

            @NonNull @Description("The choices of a choice, else empty.")
            List<@NonNull String> options) {

        private static FormAnswer of(AnswerDefinition answer) {
            return new FormAnswer(answer.name(), answer.type(), answer.label(), answer.required(), answer.options());
        }
    }
}
