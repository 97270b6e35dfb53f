package ghl.gateway.access;

import java.util.Optional;

/** What {@code Authorization: Bearer …} carries. */
final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** Empty when it is of another scheme. */
    static Optional<String> of(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
