package ghl.gateway.graph.limit;

import ghl.gateway.graph.ErrorCode;
import graphql.AssertException;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.ParsingListener;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Rejects oversized documents before they are validated, so that an attack costs no more than parsing. */
@ApplicationScoped
public class DocumentCheck {

    /** GraphiQL's introspection query nests types deeply. */
    private static final int MAX_INTROSPECTION_DEPTH = 20;

    private static final int MAX_MUTATIONS = 1;
    /** Nested grammar rules; a field takes three. The parsing time of some types grows with the square. */
    private static final int MAX_RULE_DEPTH = 200;
    /** Aliases are repeated in each row of a response, and in the path of each error. */
    private static final int MAX_NAME_LENGTH = 100;
    /** Reading a number takes time that grows with the square of its length. */
    private static final int MAX_NUMBER_LENGTH = 100;

    private static final int MAX_DIGITS = 10_000;
    private static final int MAX_NON_ASCII = 10_000;
    private static final char LAST_ASCII = 127;
    /** The time to remove the indentation of a block string grows with the square of its lines. */
    private static final int MAX_BLOCK_LINES = 1_000;

    private static final String BLOCK_QUOTES = "\"\"\"";

    private final LimitsConfig limits;
    private final ParserOptions options;

    public DocumentCheck(LimitsConfig limits) {
        this.limits = limits;
        this.options = ParserOptions.newParserOptions()
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .captureSourceLocation(true)
                .maxTokens(limits.tokens())
                .maxRuleDepth(MAX_RULE_DEPTH)
                .parsingListener(DocumentCheck::checkLength)
                .maxWhitespaceTokens(limits.tokens() * 10)
                .build();
        // Applies to every parser of callers' documents, including graphql-java's own.
        ParserOptions.setDefaultOperationParserOptions(options);
    }

    /**
     * The reason to reject a document, for example a syntax error. Empty when it may be validated and executed.
     *
     * @param schemaVisible whether the caller may introspect the schema
     */
    public Optional<GraphQLError> check(String query, boolean schemaVisible) {
        try {
            checkCharacters(query);
            return check(parse(query), schemaVisible);
        } catch (ParseCancelledException tooLong) {
            return Optional.of(error(new TooComplexException(DocumentLimit.TOKENS, limits.tokens())));
        } catch (ParseCancelledTooDeepException tooDeep) {
            return Optional.of(error(new TooComplexException(DocumentLimit.DEPTH, limits.depth())));
        } catch (InvalidSyntaxException invalid) {
            return Optional.of(invalid.toInvalidSyntaxError());
        } catch (NumberFormatException | AssertException badEscape) {
            return Optional.of(error(
                    "Invalid syntax: a string contains a \\u escape that is not a Unicode character",
                    ErrorCode.BAD_REQUEST.extensions()));
        } catch (TooComplexException tooComplex) {
            return Optional.of(error(tooComplex));
        }
    }

    /** What the lexer takes microseconds for each of, although it is allowed. */
    private static void checkCharacters(String query) {
        DigitScanner.Digits digits = DigitScanner.scan(query);
        requireAtMost(digits.longest(), MAX_NUMBER_LENGTH, DocumentLimit.NUMBERS);
        requireAtMost(digits.total(), MAX_DIGITS, DocumentLimit.DIGITS);
        requireAtMost(query.chars().filter(c -> c > LAST_ASCII).count(), MAX_NON_ASCII, DocumentLimit.NON_ASCII);
    }

    /** Runs while the lexer reads the document, before the parser converts numbers and strings. */
    private static void checkLength(ParsingListener.Token token) {
        String text = token.getText();
        char first = text.charAt(0);
        if (text.startsWith(BLOCK_QUOTES)) {
            requireAtMost(text.lines().count(), MAX_BLOCK_LINES, DocumentLimit.BLOCK_LINES);
        } else if (Character.isLetter(first) || first == '_') {
            requireAtMost(text.length(), MAX_NAME_LENGTH, DocumentLimit.NAMES);
        } else if (first != '"') {
            requireAtMost(text.length(), MAX_NUMBER_LENGTH, DocumentLimit.NUMBERS);
        }
    }

    private Document parse(String query) {
        return Parser.parse(ParserEnvironment.newParserEnvironment()
                .document(query)
                .parserOptions(options)
                .build());
    }

    private Optional<GraphQLError> check(Document document, boolean schemaVisible) {
        requireAtMost(
                document.getDefinitionsOfType(FragmentDefinition.class).size(),
                limits.fragments(),
                DocumentLimit.FRAGMENTS);
        DocumentMeasurer measurer = new DocumentMeasurer(document);
        measurer.measureFragments().forEach(this::checkSize);
        boolean introspects = false;
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            DocumentSize size = measurer.measure(operation);
            checkSize(size);
            checkDepth(size);
            if (operation.getOperation() == Operation.MUTATION) {
                requireAtMost(size.roots(), MAX_MUTATIONS, DocumentLimit.MUTATIONS);
            }
            introspects |= size.introspection() > 1;
        }
        return introspects && !schemaVisible
                ? Optional.of(error(
                        "Introspection is disabled: an operator can enable it with GATEWAY_EXPLORE=true",
                        ErrorCode.FORBIDDEN.extensions()))
                : Optional.empty();
    }

    /** For operations only: the allowed depth of a fragment depends on where it is used. */
    private void checkDepth(DocumentSize size) {
        requireAtMost(size.depth(), limits.depth(), DocumentLimit.DEPTH);
        requireAtMost(size.introspection(), MAX_INTROSPECTION_DEPTH, DocumentLimit.DEPTH);
    }

    private void checkSize(DocumentSize size) {
        requireAtMost(size.fields(), limits.fields(), DocumentLimit.FIELDS);
        requireAtMost(size.aliases(), limits.aliases(), DocumentLimit.ALIASES);
        requireAtMost(size.directives(), limits.directives(), DocumentLimit.DIRECTIVES);
    }

    private static void requireAtMost(long actual, int max, DocumentLimit limit) {
        if (actual > max) {
            throw new TooComplexException(limit, max);
        }
    }

    private static GraphQLError error(TooComplexException tooComplex) {
        return error(tooComplex.getMessage(), tooComplex.extensions());
    }

    private static GraphQLError error(String message, Map<String, Object> extensions) {
        return GraphqlErrorBuilder.newError()
                .message("%s", message)
                .extensions(extensions)
                .build();
    }
}
