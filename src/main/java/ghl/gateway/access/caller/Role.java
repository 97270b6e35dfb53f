package ghl.gateway.access.caller;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Right of a caller. Quarkus' security identifies it by its {@link #word()}. */
public enum Role {
    /** Reads contacts, their records, and the quota. */
    READER,
    /** Submits forms and follows their submissions. */
    SUBMITTER,
    /** Sees all submissions and their errors, retries them, erases persons' data. */
    OPERATOR,
    /** Deletes contacts. */
    REMOVER;

    /** The words as constants, for annotations. */
    public static final String READS = "reader";

    public static final String SUBMITS = "submitter";
    public static final String OPERATES = "operator";
    public static final String REMOVES = "remover";

    /** Additional right of an operator whose locations are {@code *}; derived, cannot be granted. */
    public static final String OPERATES_EVERYWHERE = "operator of all locations";

    /** Right of a publishable key; cannot be granted to other callers. */
    public static final String SUBMITS_ONE_FORM = "publishable";

    /** Lower-case name, as used in settings, commands and tokens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Role of a word; empty when no role has it. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
