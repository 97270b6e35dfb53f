package ghl.gateway.form;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** With the journal in SQLite. */
@QuarkusTest
@TestProfile(IntakeContract.Hours.class)
class IntakeTest extends IntakeContract {}
