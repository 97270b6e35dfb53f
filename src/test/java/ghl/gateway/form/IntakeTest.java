package ghl.gateway.form;

import ghl.gateway.fixture.MovedClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** With the journal in SQLite. */
@QuarkusTest
@TestProfile(MovedClock.class)
class IntakeTest extends IntakeContract {}
