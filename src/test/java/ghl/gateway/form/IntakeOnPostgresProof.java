package ghl.gateway.form;

import ghl.gateway.fixture.MovedClock;
import ghl.gateway.fixture.PostgresDatabase;
import ghl.gateway.fixture.PostgresInstalled;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;

/** With the journal in PostgreSQL. */
@Tag("proof")
@PostgresInstalled
@QuarkusTest
@TestProfile(MovedClock.class)
@WithTestResource(PostgresDatabase.class)
class IntakeOnPostgresProof extends IntakeContract {}
