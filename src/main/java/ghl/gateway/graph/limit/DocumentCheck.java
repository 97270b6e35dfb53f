package ghl.gateway.graph.limit;

import ghl.gateway.graph.ErrorCode;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuses what no honest client asks for, before it costs more than reading it. */
@ApplicationScoped
public class DocumentCheck {

    /** GraphiQL asks for types of types of types. */
    private static final int DEEPEST_INTROSPECTION = 20;

    private static final int MOST_MUTATIONS = 1;

    /** Rules of the grammar within each other: a field takes three. Some types take the square of it to be read. */
    private static final int DEEPEST_GRAMMAR = 200;

    /** Letters of a name: each row of an answer says its aliases again, and each error where it is. */
    private static final int LONGEST_NAME = 100;

    private final LimitsConfig limits;
    private final ParserOptions options;

    public DocumentCheck(LimitsConfig limits) {
        this.limits = limits;
        this.options = ParserOptions.newParserOptions()
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .captureSourceLocation(true)
                .maxTokens(limits.tokens())
                .maxRuleDepth(DEEPEST_GRAMMAR)
                .parsingListener(DocumentCheck::requireShort)
                .maxWhitespaceTokens(limits.tokens() * 10)
                .build();
        // Whatever parses a caller's document, graphql-java itself among others, gives up there.
        ParserOptions.setDefaultOperationParserOptions(options);
    }

    /**
     * Why a document is not executed; empty when it may be, and when it cannot be read, which executing it tells.
     *
     * @param explore whether the schema may be asked for
     */
    public Optional<GraphQLError> refusal(String query, boolean explore) {
        try {
            return refusal(parse(query), explore);
        } catch (ParseCancelledException tooLong) {
            return Optional.of(error(new TooComplexException(DocumentLimit.TOKENS, limits.tokens())));
        } catch (ParseCancelledTooDeepException tooDeep) {
            return Optional.of(error(new TooComplexException(DocumentLimit.DEPTH, limits.depth())));
        } catch (InvalidSyntaxException told) {
            return Optional.empty();
        } catch (TooComplexException tooComplex) {
            return Optional.of(error(tooComplex));
        }
    }

    private static void requireShort(ParsingListener.Token token) {
        boolean isName =
                Character.isLetter(token.getText().charAt(0)) || token.getText().charAt(0) == '_';
        require(isName ? token.getText().length() : 0, LONGEST_NAME, DocumentLimit.NAMES);
    }

    private Document parse(String query) {
        return Parser.parse(ParserEnvironment.newParserEnvironment()
                .document(query)
                .parserOptions(options)
                .build());
    }

    private Optional<GraphQLError> refusal(Document document, boolean explore) {
        require(
                document.getDefinitionsOfType(FragmentDefinition.class).size(),
                limits.fragments(),
                DocumentLimit.FRAGMENTS);
        DocumentMeasurer measuring = new DocumentMeasurer(document);
        measuring.ofFragments().forEach(this::checkSize);
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        boolean explores = false;
        for (OperationDefinition operation : operations) {
            DocumentSize measure = measuring.of(operation);
            checkSize(measure);
            checkDepth(measure);
            if (operation.getOperation() == Operation.MUTATION) {
                require(measure.roots(), MOST_MUTATIONS, DocumentLimit.MUTATIONS);
            }
            explores |= measure.introspection() > 1;
        }
        return explores && !explore
                ? Optional.of(error(
                        "The schema is not told here: an operator can say GATEWAY_EXPLORE=true",
                        Map.of("code", ErrorCode.FORBIDDEN.name(), "retryable", false)))
                : Optional.empty();
    }

    /** Of an operation: how deep a fragment may be depends on where it is used. */
    private void checkDepth(DocumentSize measure) {
        require(measure.depth(), limits.depth(), DocumentLimit.DEPTH);
        require(measure.introspection(), DEEPEST_INTROSPECTION, DocumentLimit.DEPTH);
    }

    private void checkSize(DocumentSize measure) {
        require(measure.fields(), limits.fields(), DocumentLimit.FIELDS);
        require(measure.aliases(), limits.aliases(), DocumentLimit.ALIASES);
        require(measure.directives(), limits.directives(), DocumentLimit.DIRECTIVES);
    }

    private static void require(long has, int most, DocumentLimit limit) {
        if (has > most) {
            throw new TooComplexException(limit, most);
        }
    }

    private static GraphQLError error(TooComplexException tooComplex) {
        return error(
                tooComplex.getMessage(),
                Map.of(
                        "code",
                        ErrorCode.QUERY_TOO_COMPLEX.name(),
                        "retryable",
                        false,
                        "limit",
                        tooComplex.limit().name(),
                        "most",
                        tooComplex.most()));
    }

    private static GraphQLError error(String message, Map<String, Object> extensions) {
        return GraphqlErrorBuilder.newError()
                .message("%s", message)
                .extensions(extensions)
                .build();
    }
}
