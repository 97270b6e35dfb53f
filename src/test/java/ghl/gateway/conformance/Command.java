package ghl.gateway.conformance;

import ghl.gateway.fixture.GatewayLaunch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a command of the packaged gateway. */
final class Command {

    /** @param output standard output and standard error */
    record Outcome(int exitCode, String output) {}

    private Command() {}

    static Outcome run(GatewayLaunch launch, String... command) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of(System.getProperty("gateway.distribution", "target/quarkus-app"), "quarkus-run.jar")
                        .toAbsolutePath()
                        .toString()));
        line.addAll(List.of(command));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(launch.home().toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.matches("(HIGHLEVEL|GATEWAY|SANDBOX|QUARKUS|SUBMISSION)_.*"));
        environment.put("GATEWAY_DATA", launch.home().resolve("data").toString());
        environment.putAll(launch.variables());
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test run was interrupted", e);
        }
    }
}
