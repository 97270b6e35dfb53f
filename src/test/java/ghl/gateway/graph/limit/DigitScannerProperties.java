package ghl.gateway.graph.limit;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.org.antlr.v4.runtime.BaseErrorListener;
import graphql.org.antlr.v4.runtime.CharStreams;
import graphql.org.antlr.v4.runtime.RecognitionException;
import graphql.org.antlr.v4.runtime.Recognizer;
import graphql.org.antlr.v4.runtime.Token;
import graphql.parser.antlr.GraphqlLexer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DigitScannerProperties {

    private static final List<String> PIECES = List.of(
            "\"", "\"\"\"", "\\\"\"\"", "\\", "\\\"", "\\n", "#", "\n", "\r", "7", "777", "a", " ", "é", ".", "-");

    /** No text hides a number from the scanner: it skips nothing that graphql-java's lexer reads as a number. */
    @Property(tries = 20_000)
    void no_number_of_the_lexer_is_skipped(@ForAll("documents") String document) {
        assertThat(DigitScanner.scan(document).longest()).isGreaterThanOrEqualTo(longestNumber(document));
    }

    @Provide
    Arbitrary<String> documents() {
        return Arbitraries.of(PIECES).list().ofMaxSize(16).map(pieces -> String.join("", pieces));
    }

    private static int longestNumber(String document) {
        GraphqlLexer lexer = new GraphqlLexer(CharStreams.fromString(document));
        lexer.removeErrorListeners();
        AtomicBoolean failed = new AtomicBoolean();
        lexer.addErrorListener(new BaseErrorListener() {
            @Override
            public void syntaxError(
                    Recognizer<?, ?> source, Object token, int line, int column, String text, RecognitionException e) {
                failed.set(true);
            }
        });
        int longest = 0;
        for (Token token = lexer.nextToken();
                !failed.get() && token.getType() != Token.EOF;
                token = lexer.nextToken()) {
            boolean isInt = token.getType() == GraphqlLexer.IntValue;
            longest = isInt ? Math.max(longest, token.getText().replace("-", "").length()) : longest;
        }
        return longest;
    }
}
