package ghl.gateway.security;

import ghl.gateway.fixture.GatewayLaunch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs commands of the packaged gateway with the settings of a gateway, which may be running. */
record GatewayCommands(GatewayLaunch launch) {

    record Outcome(int exitCode, String output) {}

    /** @return output, stripped */
    String succeed(String... arguments) {
        Outcome outcome = run(arguments);
        if (outcome.exitCode() != 0) {
            throw new AssertionError(String.join(" ", arguments) + ": " + outcome.output());
        }
        return outcome.output();
    }

    Outcome run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of(System.getProperty("gateway.distribution", "target/quarkus-app"), "quarkus-run.jar")
                        .toAbsolutePath()
                        .toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(launch.home().toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("GATEWAY_DATA", launch.home().resolve("data").toString());
        environment.putAll(launch.variables());
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
