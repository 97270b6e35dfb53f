package ghl.gateway.submission;

import org.junit.jupiter.api.Tag;
import ghl.gateway.fixture.PostgresDatabase;
import ghl.gateway.fixture.PostgresInstalled;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** With the journal in PostgreSQL. */
@Tag("proof")
@PostgresInstalled
@QuarkusTest
@WithTestResource(PostgresDatabase.class)
class DeliveryOnPostgresTest extends DeliveryContract {}
