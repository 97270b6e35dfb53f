package ghl.gateway.credential;

import ghl.gateway.fixture.PostgresDatabase;
import ghl.gateway.fixture.PostgresInstalled;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** With the tokens in PostgreSQL. */
@PostgresInstalled
@QuarkusTest
@TestProfile(RotationContract.Hours.class)
@WithTestResource(PostgresDatabase.class)
class RotationOnPostgresTest extends RotationContract {}
