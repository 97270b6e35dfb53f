package ghl.gateway.intake.sender;

import ghl.gateway.form.definition.Questions;
import java.util.HashMap;
import java.util.Map;

/** Tells whether a form asks for received names. Bounds work: a body may have thousands, each as long as a label can be. */
final class AskedNames {

    /** Work of comparing the spelling of names; beyond it, only names that a question has exactly are answers. */
    private static final int MAX_WORK = 1_000_000;

    /** Of a name, besides its characters. */
    private static final int WORK_OF_NAME = 100;

    private final Questions questions;
    private final Wrapper wrapper;
    private final Map<String, Boolean> compared = new HashMap<>();
    private int work;

    /** @param wrapper of the answers, without which a name may be asked for too */
    AskedNames(Questions questions, Wrapper wrapper) {
        this.questions = questions;
        this.wrapper = wrapper;
    }

    boolean asks(String name) {
        if (!isExhausted()) {
            return compared.computeIfAbsent(name, this::compare);
        }
        return compared.getOrDefault(name, false)
                || questions.has(name)
                || wrapper.inner(name).anyMatch(questions::has);
    }

    /** Whether the spelling of further names is not compared. */
    boolean isExhausted() {
        return work > MAX_WORK;
    }

    private boolean compare(String name) {
        work += name.length() + WORK_OF_NAME;
        return questions.asks(name) || wrapper.inner(name).anyMatch(questions::asks);
    }
}
