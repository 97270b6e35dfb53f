package ghl.gateway.credential;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Stores the tokens in SQLite. */
@QuarkusTest
@TestProfile(TokenRefreshContract.MovedClock.class)
class TokenRefreshTest extends TokenRefreshContract {}
