package ghl.gateway.credential;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** With the tokens in SQLite. */
@QuarkusTest
@TestProfile(RotationContract.Hours.class)
class RotationTest extends RotationContract {}
