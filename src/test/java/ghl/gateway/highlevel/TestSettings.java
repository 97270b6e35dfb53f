package ghl.gateway.highlevel;

import ghl.gateway.highlevel.settings.CrmSettings;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Settings read as the gateway reads them. */
public final class TestSettings {

    /** An app that is not set. */
    static final HighLevelConfig.OAuthConfig NO_APP = config(Map.of()).oauth();

    private TestSettings() {}

    public static CrmSettings of(Map<String, String> settings) {
        return CrmSettings.decide(config(settings));
    }

    public static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return more;
    }

    private static HighLevelConfig config(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withConverter(Duration.class, 300, new DurationConverter())
                .withConverter(MemorySize.class, 300, new MemorySizeConverter())
                .withMapping(HighLevelConfig.class)
                .build();
        return config.getConfigMapping(HighLevelConfig.class);
    }
}
