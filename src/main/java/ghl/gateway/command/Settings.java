package ghl.gateway.command;

import ghl.gateway.storage.Databases;
import ghl.gateway.storage.OpenDatabase;
import io.quarkus.runtime.configuration.RuntimeConfigBuilder;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The gateway's settings, read where the gateway reads them: environment, {@code .env}, {@code config/}. */
final class Settings {

    private Settings() {}

    static SmallRyeConfig read() {
        return Databases.prepare(new SmallRyeConfigBuilder().withCustomizers(new RuntimeConfigBuilder()))
                .build();
    }

    static OpenDatabase database() {
        return Databases.open(read());
    }
}
