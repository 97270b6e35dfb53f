package ghl.gateway.submission;

import io.quarkus.test.junit.QuarkusTest;

/** With the journal in SQLite. */
@QuarkusTest
class DeliveryTest extends DeliveryContract {}
