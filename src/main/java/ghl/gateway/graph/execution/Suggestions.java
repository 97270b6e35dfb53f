package ghl.gateway.graph.execution;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which field was meant where there is none of a name: for those who may know the schema. */
final class Suggestions {

    /** As graphql-java words it. */
    private static final Pattern UNKNOWN = Pattern.compile("Field '(\\w{1,40})' in type '(\\w+)' is undefined");

    private final GraphQLSchema schema;

    Suggestions(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** As it is where the document could not even be read. */
    PreparsedDocumentEntry in(PreparsedDocumentEntry entry) {
        return entry.hasErrors() && entry.getDocument() != null
                ? new PreparsedDocumentEntry(
                        entry.getDocument(),
                        entry.getErrors().stream().map(this::withSuggestion).toList())
                : entry;
    }

    private GraphQLError withSuggestion(GraphQLError error) {
        Matcher unknown = UNKNOWN.matcher(error.getMessage());
        return unknown.find()
                ? nearest(unknown.group(1), unknown.group(2))
                        .map(field -> withSuggestion(error, field))
                        .orElse(error)
                : error;
    }

    private static GraphQLError withSuggestion(GraphQLError error, String field) {
        return GraphqlErrorBuilder.newError()
                .message("%s. Did you mean '%s'?", error.getMessage(), field)
                .locations(error.getLocations())
                .errorType(error.getErrorType())
                .build();
    }

    private Optional<String> nearest(String name, String type) {
        int mostEdits = Math.max(1, name.length() / 3);
        return schema.getType(type) instanceof GraphQLFieldsContainer container
                ? container.getFieldDefinitions().stream()
                        .map(GraphQLFieldDefinition::getName)
                        .filter(field -> edits(name, field) <= mostEdits)
                        .min(Comparator.comparingInt(field -> edits(name, field)))
                : Optional.empty();
    }

    /** How many letters are put in, left out or exchanged between two names (Levenshtein). */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int exchanged = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
