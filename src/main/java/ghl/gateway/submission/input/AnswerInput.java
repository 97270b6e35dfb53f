package ghl.gateway.submission.input;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AnswerInput")
@Description("Answer to one question of the form. Set `value` or `values`.")
public record AnswerInput(
        @NonNull @Description("Name of the question.") String field,
        @Description("The answer, if there is one.") String value,
        @Description("The answers, if there are several.") List<@NonNull String> values) {
    // Without this constructor, SmallRye would make the list non-null because of its non-null elements.
    public AnswerInput {}
}
