package ghl.gateway.credential;

import ghl.gateway.fixture.MovedClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Stores the tokens in SQLite. */
@QuarkusTest
@TestProfile(MovedClock.class)
class TokenRefreshTest extends TokenRefreshContract {}
