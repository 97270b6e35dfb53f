package ghl.gateway.access.caller;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do. Quarkus' security knows a role by its {@link #word()}. */
public enum Role {
    /** Reads contacts and what belongs to them, and the quota. */
    READER,
    /** Submits forms, and follows what becomes of them. */
    SUBMITTER,
    /** Sees all submissions and what went wrong with them, sets them going again, erases persons. */
    OPERATOR,
    /** Deletes contacts. */
    REMOVER;

    /** The words, for annotations, which take constants only. */
    public static final String READS = "reader";

    public static final String SUBMITS = "submitter";
    public static final String OPERATES = "operator";
    public static final String REMOVES = "remover";

    /** What an operator of all locations may do in addition, which follows from role and locations and is not given. */
    public static final String OPERATES_EVERYWHERE = "operator of all locations";

    /** What a publishable key may do, which is no role that could be given to anybody else. */
    public static final String SUBMITS_ONE_FORM = "publishable";

    /** In lower case, as in settings, commands and tokens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that a word means; empty when it means none. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
