package ghl.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Requirement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * README's commands, run as they stand there on a new sandbox, give the data that stands below them. What an answer cost
 * depends on what was asked before, so README leaves it out.
 */
class ReadmeIT {

    private static final Pattern EXAMPLE = Pattern.compile("```sh\\n(curl[^`]*)```\\s+```json\\n([^`]*)```");

    private record Example(String command, String answer) {}

    @Test
    void every_curl_with_an_answer_gets_that_answer() throws Exception {
        Requirement.that(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh to run README's commands with");
        List<Example> examples = examples(Files.readString(Path.of("README.md")));
        assertThat(examples).as("README's examples are found").hasSize(2);

        try (GatewayProcess gateway = GatewayLaunch.fresh().start()) {
            for (Example example : examples) {
                assertThat(data(run(example.command(), gateway))).isEqualTo(data(example.answer()));
            }
        }
    }

    private static List<Example> examples(String readme) {
        List<Example> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(readme);
        while (matcher.find()) {
            examples.add(new Example(matcher.group(1), matcher.group(2)));
        }
        return examples;
    }

    private static String run(String command, GatewayProcess gateway) throws Exception {
        String here = command.replace("localhost:8080", gateway.url("").substring("http://".length()));
        Process process = new ProcessBuilder("/bin/sh", "-c", here)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static JsonNode data(String answer) throws Exception {
        return new ObjectMapper().readTree(answer).required("data");
    }
}
