package ghl.gateway.submission;

import ghl.gateway.fixture.PostgresDatabase;
import ghl.gateway.fixture.PostgresInstalled;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;

/** With the journal in PostgreSQL. */
@Tag("proof")
@PostgresInstalled
@QuarkusTest
@WithTestResource(PostgresDatabase.class)
class IdempotencyKeyOnPostgresProof extends IdempotencyKeyContract {}
