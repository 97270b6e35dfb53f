package ghl.gateway.credential;

import ghl.gateway.fixture.MovedClock;
import ghl.gateway.fixture.PostgresDatabase;
import ghl.gateway.fixture.PostgresInstalled;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;

/** Stores the tokens in PostgreSQL. */
@Tag("proof")
@PostgresInstalled
@QuarkusTest
@TestProfile(MovedClock.class)
@WithTestResource(PostgresDatabase.class)
class TokenRefreshOnPostgresProof extends TokenRefreshContract {}
