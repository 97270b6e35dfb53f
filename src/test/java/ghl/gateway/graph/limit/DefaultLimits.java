package ghl.gateway.graph.limit;

import io.smallrye.config.SmallRyeConfigBuilder;

/** The default limits. */
public final class DefaultLimits {

    private DefaultLimits() {}

    public static LimitsConfig get() {
        return new SmallRyeConfigBuilder()
                .withMapping(LimitsConfig.class)
                .build()
                .getConfigMapping(LimitsConfig.class);
    }
}
