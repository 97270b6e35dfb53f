package ghl.gateway.form.answer;

/** Spelling of answer names. */
public final class AnswerNames {

    private AnswerNames() {}

    /** Names that differ only in case and white space are the same. */
    public static String normalize(String name) {
        return LetterCase.lower(name.strip().replaceAll("\\s+", " "));
    }
}
