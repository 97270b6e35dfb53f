package ghl.gateway.intake.sender;

import ghl.gateway.intake.body.FormField;
import ghl.gateway.intake.body.Posted;

/**
 * A sender that nobody described, such as POWR, or a form of one's own: JSON is taken apart (see {@link JsonAnswers}), the
 * fields of a form are answers as they are.
 */
final class AnyForm implements Flattener {

    @Override
    public Flattened flatten(Posted posted) {
        AnswerList answers = new AnswerList();
        if (posted.isJson()) {
            answers.add("", posted.json());
        } else {
            for (FormField field : posted.fields()) {
                answers.add(field.name(), field.value());
            }
        }
        return Flattened.of(answers.answers(), null);
    }
}
