package ghl.gateway.submission.check;

import jakarta.validation.Validation;

/** Form checks for tests of other packages, with the facts of a location in New York. */
public final class Checks {

    /** With custom fields budget, start, roof_type (Slate, Tile) and interests (Solar, Gutters). */
    public static final LocationFacts FACTS = Forms.FACTS;

    private Checks() {}

    public static FormCheck formCheck() {
        IdentifierCheck identifiers =
                new IdentifierCheck(Validation.buildDefaultValidatorFactory().getValidator());
        return new FormCheck(new ContactSteps(new ContactCheck(identifiers), identifiers));
    }
}
