package ghl.gateway.graph;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchemaTest {

    private static final Path COMMITTED = Path.of("src/test/resources/schema.graphql");

    @Inject
    GraphQLSchema schema;

    /** How to update the file after an intended change: see CONTRIBUTING.md. */
    @Test
    void schema_equals_the_committed_file() throws IOException {
        assertThat(get("/graphql/schema.graphql").asString().strip())
                .isEqualTo(Files.readString(COMMITTED).strip());
    }

    @Test
    void schema_has_one_mutation() {
        assertThat(schema.getMutationType().getFieldDefinitions())
                .extracting(GraphQLFieldDefinition::getName)
                .containsExactly("submitForm");
    }

    @Test
    void every_type_field_argument_and_value_has_a_description() {
        assertThat(schema.getAllTypesAsList().stream()
                        .filter(type -> !type.getName().startsWith("__"))
                        .flatMap(SchemaTest::withMembers)
                        .filter(member -> member.getDescription() == null
                                || member.getDescription().isBlank())
                        .map(GraphQLNamedSchemaElement::getName))
                .isEmpty();
    }

    private static Stream<GraphQLNamedSchemaElement> withMembers(GraphQLNamedType type) {
        Stream<GraphQLNamedSchemaElement> self = Stream.of(type);
        if (type instanceof GraphQLObjectType object) {
            return Stream.concat(
                    self,
                    object.getFieldDefinitions().stream()
                            .flatMap(field -> Stream.concat(Stream.of(field), field.getArguments().stream())));
        }
        if (type instanceof GraphQLInputObjectType input) {
            return Stream.concat(self, input.getFieldDefinitions().stream());
        }
        return type instanceof GraphQLEnumType values ? Stream.concat(self, values.getValues().stream()) : self;
    }
}
