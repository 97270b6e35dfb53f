package ghl.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ghl.gateway.fixture.FreePort;
import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of a chapter: its files are saved, its gateway is started, and one shell runs all of its blocks, so that a block
 * can use the variables and files of those before it.
 */
final class DocumentationRun {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LIMIT_SECONDS = 240;

    private final DocumentationChapter chapter;
    private final GatewayLaunch launch;

    private DocumentationRun(DocumentationChapter chapter, GatewayLaunch launch) {
        this.chapter = chapter;
        this.launch = launch;
    }

    static DocumentationRun of(DocumentationChapter chapter) {
        return new DocumentationRun(chapter, GatewayLaunch.fresh().with(chapter.gatewayVariables()));
    }

    void check() throws IOException, InterruptedException {
        prepareHome();
        try (GatewayProcess gateway = launch.start()) {
            Files.writeString(file("script.sh"), script(gateway));
            runScript();
        }
        String output = "";
        for (DocumentationBlock block : chapter.blocks()) {
            if (block.isRun()) {
                output = outputOf(block);
                checkOutcome(block, output);
            } else if (block.language().equals("json") && block.mark("not run").isEmpty()) {
                List<JsonNode> answers = answers(output);
                assertThat(answers).as("a JSON answer before " + block).isNotEmpty();
                DocumentationAnswer.of(block).assertMatches(answers.get(answers.size() - 1));
            }
        }
    }

    /** Where a clone of the project would be, as far as commands refer to it, and curl fails for statuses from 400. */
    private void prepareHome() throws IOException {
        Files.createDirectories(file("target"));
        String distribution = System.getProperty("gateway.distribution", "target/quarkus-app");
        Files.createSymbolicLink(
                file("target/quarkus-app"), Path.of(distribution).toAbsolutePath());
        Files.createSymbolicLink(file("examples"), Path.of("examples").toAbsolutePath());
        Files.writeString(file(".curlrc"), "fail-with-body\n");
        for (DocumentationBlock block : chapter.blocks()) {
            if (block.mark("save as").isPresent()) {
                Path saved = file(block.mark("save as").orElseThrow());
                Files.createDirectories(saved.getParent());
                Files.writeString(saved, block.text());
            }
        }
    }

    private String script(GatewayProcess gateway) throws IOException {
        String port = gateway.url("").replaceAll(".*:", "");
        String otherPort = String.valueOf(FreePort.find());
        StringBuilder script = new StringBuilder("set -e\ntrap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n");
        for (DocumentationBlock block : chapter.blocks()) {
            if (!block.isRun()) {
                continue;
            }
            Path source = file(name(block) + "." + block.language());
            if (block.language().equals("graphql")) {
                Files.writeString(source, JSON.writeValueAsString(Map.of("query", block.text())));
                script.append("curl -s localhost:%s/graphql -H 'Content-Type: application/json' -d @%s"
                        .formatted(port, source));
            } else {
                Files.writeString(source, block.text().replace("8080", port).replace("8081", otherPort));
                script.append(". ").append(source);
            }
            String end = block.expectsFailure()
                    ? " > %1$s.out 2> %1$s.err && echo 0 > %1$s.code || echo $? > %1$s.code\n"
                    : " > %1$s.out 2> %1$s.err\necho 0 > %1$s.code\n";
            script.append(end.formatted(name(block)));
        }
        return script.toString();
    }

    private void runScript() throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("bash", "script.sh")
                .directory(launch.home().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(file("script.log").toFile());
        Map<String, String> environment = shell.environment();
        environment.keySet().removeIf(name -> name.matches("(HIGHLEVEL|GATEWAY|SANDBOX|QUARKUS|SUBMISSION)_.*"));
        environment.put("GATEWAY_DATA", file("data").toString());
        environment.put("CURL_HOME", launch.home().toString());
        environment.put("PATH", System.getProperty("java.home") + "/bin" + File.pathSeparator + System.getenv("PATH"));
        environment.put("JAVA_TOOL_OPTIONS", String.join(" ", launch.javaOptions()));
        environment.putAll(launch.variables());
        Process process = shell.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private String outputOf(DocumentationBlock block) throws IOException {
        Path output = file(name(block) + ".out");
        String printed = Files.exists(output) ? Files.readString(output) : "";
        assertThat(file(name(block) + ".code"))
                .as("%s fails, or a block before it:%n%s%n%s", block, block.text(), printed + errorsOf(block))
                .exists();
        return printed;
    }

    private String errorsOf(DocumentationBlock block) throws IOException {
        Path errors = file(name(block) + ".err");
        return (Files.exists(errors) ? Files.readString(errors) : "") + Files.readString(file("script.log"));
    }

    private void checkOutcome(DocumentationBlock block, String output) throws IOException {
        boolean isOk = Files.readString(file(name(block) + ".code")).strip().equals("0")
                && answers(output).stream().noneMatch(DocumentationRun::hasErrors);
        assertThat(isOk)
                .as("%s succeeds:%n%s%n%s", block, block.text(), output + errorsOf(block))
                .isEqualTo(!block.expectsFailure());
    }

    private static boolean hasErrors(JsonNode answer) {
        return answer.has("errors") || answer.findValues("userErrors").stream().anyMatch(errors -> !errors.isEmpty());
    }

    /** The JSON objects that a block printed; none where it printed something else. */
    private static List<JsonNode> answers(String output) throws IOException {
        return output.startsWith("{")
                ? JSON.readerFor(JsonNode.class).<JsonNode>readValues(output).readAll()
                : List.of();
    }

    private static String name(DocumentationBlock block) {
        return block.page().toString().replaceAll("\\W+", "-") + "-" + block.line();
    }

    private Path file(String name) {
        return launch.home().resolve(name);
    }
}
