package ghl.gateway.access;

import ghl.gateway.access.key.Origin;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithParentName;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.spi.Converter;

/** Other sites whose pages may call the gateway. */
@ConfigMapping(prefix = "gateway.origins")
interface OriginsConfig {

    /**
     * Origins of other sites whose pages may call the gateway with their user's token, such as {@code
     * https://app.example.com}: exact, separated by commas, no {@code *}. The gateway's own origin is always allowed.
     */
    @WithParentName
    Optional<Set<@WithConverter(OriginConverter.class) String>> origins();

    /** Accepts exact origins only. */
    class OriginConverter implements Converter<String> {

        @Override
        public String convert(String origin) {
            if (!Origin.isExact(origin)) {
                throw new IllegalArgumentException("must list origins such as https://app.example.com, without a path"
                        + " and without *, separated by commas");
            }
            return origin;
        }
    }
}
