package ghl.gateway.form.definition;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.graphql.Description;

@Description("Type of a form's answer.")
public enum AnswerType {
    @JsonProperty("text")
    @Description("One line of text.")
    TEXT,
    @JsonProperty("long_text")
    @Description("Text of several lines.")
    LONG_TEXT,
    @JsonProperty("email")
    @Description("E-mail address.")
    EMAIL,
    @JsonProperty("phone")
    @Description("Phone number.")
    PHONE,
    @JsonProperty("number")
    @Description("Number.")
    NUMBER,
    @JsonProperty("date")
    @Description("Date, `YYYY-MM-DD`.")
    DATE,
    @JsonProperty("choice")
    @Description("One of `options`.")
    CHOICE,
    @JsonProperty("choices")
    @Description("Any number of `options`, sent in `values`.")
    CHOICES,
    @JsonProperty("yes_no")
    @Description(
            "Yes or no, as a checkbox or in a word. `options` and the label mean yes; other text means neither, which counts as no.")
    YES_NO
}
