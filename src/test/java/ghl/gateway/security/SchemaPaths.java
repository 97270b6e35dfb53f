package ghl.gateway.security;

import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A minimal document for each field of the schema. */
final class SchemaPaths {

    private static final List<String> ROOTS = List.of("Query", "Mutation", "Subscription");

    private final TypeDefinitionRegistry schema;
    private final Map<String, String> arguments;
    private final Map<String, List<String>> wayTo = new LinkedHashMap<>();

    /** @param arguments required arguments in GraphQL syntax, by {@code Type.field} */
    SchemaPaths(String schema, Map<String, String> arguments) {
        this.schema = new SchemaParser().parse(schema);
        this.arguments = arguments;
        Deque<String> types = new ArrayDeque<>(ROOTS);
        ROOTS.forEach(root -> wayTo.put(root, List.of(root.toLowerCase(Locale.ROOT))));
        while (!types.isEmpty()) {
            String type = types.remove();
            for (FieldDefinition field : type(type).getFieldDefinitions()) {
                String leadsTo = name(field.getType());
                if (isObject(leadsTo) && !wayTo.containsKey(leadsTo)) {
                    List<String> way = new ArrayList<>(wayTo.get(type));
                    way.add(asked(type, field));
                    wayTo.put(leadsTo, way);
                    types.add(leadsTo);
                }
            }
        }
    }

    /** Documents by {@code Type.field}. */
    Map<String, String> documents() {
        Map<String, String> documents = new TreeMap<>();
        wayTo.forEach((type, way) -> type(type)
                .getFieldDefinitions()
                .forEach(field -> documents.put(type + "." + field.getName(), document(type, way, field))));
        return documents;
    }

    /** Object types that no field returns. */
    Set<String> unreached() {
        Set<String> types = new TreeSet<>();
        schema.getTypes(ObjectTypeDefinition.class).forEach(type -> types.add(type.getName()));
        types.removeAll(wayTo.keySet());
        return types;
    }

    private String document(String type, List<String> way, FieldDefinition field) {
        List<String> steps = new ArrayList<>(way);
        steps.add(asked(type, field) + (isObject(name(field.getType())) ? " { __typename }" : ""));
        return String.join(" { ", steps) + " }".repeat(steps.size() - 1);
    }

    private String asked(String type, FieldDefinition field) {
        String given = arguments.get(type + "." + field.getName());
        boolean isNeeded = field.getInputValueDefinitions().stream().anyMatch(SchemaPaths::isNeeded);
        if (isNeeded && given == null) {
            throw new AssertionError("Arguments are missing for " + type + "." + field.getName());
        }
        return given == null ? field.getName() : field.getName() + "(" + given + ")";
    }

    private static boolean isNeeded(InputValueDefinition argument) {
        return argument.getType() instanceof NonNullType && argument.getDefaultValue() == null;
    }

    private ObjectTypeDefinition type(String name) {
        return schema.getType(name, ObjectTypeDefinition.class).orElse(null);
    }

    private boolean isObject(String name) {
        return type(name) != null;
    }

    private static String name(Type<?> type) {
        if (type instanceof NonNullType nonNull) {
            return name(nonNull.getType());
        }
        return type instanceof ListType list ? name(list.getType()) : ((TypeName) type).getName();
    }
}
