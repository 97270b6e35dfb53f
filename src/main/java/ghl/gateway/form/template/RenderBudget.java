package ghl.gateway.form.template;

import io.quarkus.qute.TemplateException;

/**
 * Characters that the texts of one submission may read and print. A definition may repeat a placeholder thousands of times,
 * and a sender decides how long each answer is.
 */
public final class RenderBudget {

    /** Ten times the longest answers of a submission. */
    static final int CHARACTERS = 1_000_000;

    private int left = CHARACTERS;

    public boolean isUsedUp() {
        return left < 0;
    }

    /** @throws TemplateException when the budget is used up */
    void spend(String text) {
        left = Math.max(-1, left - text.length());
        if (isUsedUp()) {
            throw new TemplateException("prints its answers too often");
        }
    }
}
