package ghl.gateway.form.definition;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.graphql.Description;

@Description("What kind of answer a question takes.")
public enum AnswerType {
    @JsonProperty("text")
    @Description("A line of text.")
    TEXT,
    @JsonProperty("long_text")
    @Description("A text of several lines.")
    LONG_TEXT,
    @JsonProperty("email")
    @Description("An e-mail address.")
    EMAIL,
    @JsonProperty("phone")
    @Description("A phone number.")
    PHONE,
    @JsonProperty("number")
    @Description("A number.")
    NUMBER,
    @JsonProperty("date")
    @Description("A date, `YYYY-MM-DD`.")
    DATE,
    @JsonProperty("choice")
    @Description("One of `options`.")
    CHOICE,
    @JsonProperty("choices")
    @Description("Any of `options`, in `values`.")
    CHOICES,
    @JsonProperty("yes_no")
    @Description("Yes or no, as a ticked box sends it: nothing, `no`, `false`, `off` and `0` are no.")
    YES_NO
}
