package ghl.gateway.publicform;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.form.answer.Answers;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However a server reads the redirect's path, it does not leave the allowed prefix. */
class NextPageProperties {

    private static final String SITE = "https://www.example.com";
    private static final String PREFIX = "/thanks/";

    @Property(tries = 5000)
    void redirect_stays_below_its_prefix(@ForAll("paths") String path) {
        find(SITE + PREFIX + path).ifPresent(next -> {
            assertThat(next).startsWith(SITE + PREFIX);
            assertThat(asLenientServerReads(next)).as(next).startsWith(PREFIX);
        });
    }

    @Property(tries = 5000)
    void own_redirect_stays_on_the_gateway(@ForAll("paths") String path) {
        find("/" + path).ifPresent(next -> assertThat(URI.create(SITE).resolve(next.replace('\\', '/')))
                .hasHost("www.example.com"));
    }

    @Example
    void ordinary_pages_are_accepted() {
        for (String path :
                new String[] {"", "a/b.html", "..a", "a%20b", "gr%C3%BC%C3%9Fe", "?next=%2Fa%2F..%2Fb", "#%2e"}) {
            assertThat(find(SITE + PREFIX + path)).as(path).contains(SITE + PREFIX + path);
        }
    }

    @Example
    void overlong_page_is_ignored() {
        assertThat(find(SITE + PREFIX + "a".repeat(1_000_000))).isEmpty();
    }

    @Example
    void prefix_with_other_than_ascii_letters_is_allowed() {
        Answers answers = Answers.builder()
                .add(NextPage.ANSWER, SITE + "/gr\u00fc\u00dfe/a")
                .build();

        assertThat(NextPage.find(answers, List.of(SITE + "/gr\u00fc\u00dfe/"), "id"))
                .contains(SITE + "/gr%C3%BC%C3%9Fe/a");
    }

    @Example
    void characters_that_become_ambiguous_in_the_header_are_ignored() {
        assertThat(find(SITE + PREFIX + "..\u037e/login")).isEmpty();
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of(
                        ".",
                        "..",
                        "/",
                        "//",
                        "\\",
                        "%2e",
                        "%2E",
                        "%252e",
                        "%25",
                        "%2f",
                        "%2F",
                        "%5c",
                        "%00",
                        "%0a",
                        "%7F",
                        "%2",
                        "%",
                        "2e",
                        ";",
                        "..;",
                        ".;a",
                        "a",
                        "@",
                        ":",
                        "?",
                        "#",
                        " ",
                        "\n",
                        "\t",
                        "\u3002",
                        "\u037e",
                        "\u1fef",
                        "evil.example")
                .list()
                .ofMaxSize(8)
                .map(units -> String.join("", units));
    }

    /** Decodes until nothing changes, takes backslashes for slashes, drops path parameters, then resolves dot segments. */
    private static String asLenientServerReads(String address) {
        String path = URI.create(address).getRawPath();
        for (int round = 0; round < 4 && path.matches(".*%[0-9a-fA-F]{2}.*"); round++) {
            path = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
        }
        String plain = path.replace('\\', '/').replaceAll(";[^/]*", "").replaceAll("/+", "/");
        return URI.create(plain.replaceAll("[^A-Za-z0-9./]", "_")).normalize().toString();
    }

    private static Optional<String> find(String next) {
        Answers answers = Answers.builder().add(NextPage.ANSWER, next).build();
        return NextPage.find(answers, List.of(SITE + PREFIX), "id");
    }
}
