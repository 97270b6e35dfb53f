package ghl.gateway.highlevel.settings;

import io.quarkus.runtime.configuration.MemorySizeConverter;
import org.eclipse.microprofile.config.spi.Converter;

/** Converts sizes such as {@code 64M} to bytes. */
public final class BytesConverter implements Converter<Long> {

    @Override
    public Long convert(String size) {
        return new MemorySizeConverter().convert(size).asLongValue();
    }
}
