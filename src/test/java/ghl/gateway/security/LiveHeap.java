package ghl.gateway.security;

import ghl.gateway.fixture.GatewayProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Live heap of a process after a garbage collection, from {@code jcmd}. */
final class LiveHeap {

    private LiveHeap() {}

    static long kilobytes(GatewayProcess process) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process counting = new ProcessBuilder(jcmd, String.valueOf(process.pid()), "GC.class_histogram").start();
            String counted = new String(counting.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return counted.lines()
                    .filter(line -> line.startsWith("Total"))
                    .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[2]) / 1024)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("jcmd counted nothing: " + counted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
