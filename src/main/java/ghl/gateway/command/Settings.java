package ghl.gateway.command;

import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.storage.settings.DatabaseFactory;
import io.quarkus.runtime.configuration.RuntimeConfigBuilder;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The gateway's settings, read where the gateway reads them: environment, {@code .env}, {@code config/}. */
final class Settings {

    private Settings() {}

    static SmallRyeConfig read() {
        return DatabaseFactory.prepare(new SmallRyeConfigBuilder().withCustomizers(new RuntimeConfigBuilder()))
                .build();
    }

    static OpenDatabase database() {
        return DatabaseFactory.open(read());
    }
}
