package ghl.gateway.submission.input;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AnswerInput")
@Description("One answer of a named form.")
public record AnswerInput(
        @NonNull @Description("Name of the question, as the form's definition calls it.")
        String field,

        @Description("The answer, when there is one.") String value,
        @Description("The answers, when there are several.") List<@NonNull String> values) {

    public AnswerInput(String field, String value, List<String> values) {
        this.field = field;
        this.value = value;
        this.values = values;
    }
}
