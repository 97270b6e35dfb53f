package ghl.gateway.graph.limit;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures the operations of one document. Each fragment is measured once, however often it is used. */
final class DocumentMeasurer {

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, DocumentSize> measured = new HashMap<>();
    private final Set<String> around = new HashSet<>();

    DocumentMeasurer(Document document) {
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /** @throws TooComplexException when a fragment is in itself */
    DocumentSize of(OperationDefinition operation) {
        return of(operation.getSelectionSet())
                .withDirectives(operation.getDirectives().size());
    }

    /**
     * Also of those that nobody uses: they would be validated.
     *
     * @throws TooComplexException when one is in itself
     */
    List<DocumentSize> ofFragments() {
        return fragments.keySet().stream().map(this::ofFragment).toList();
    }

    private DocumentSize of(SelectionSet selections) {
        return selections == null
                ? DocumentSize.NOTHING
                : selections.getSelections().stream().map(this::of).reduce(DocumentSize.NOTHING, DocumentSize::plus);
    }

    private DocumentSize of(Selection<?> selection) {
        if (selection instanceof Field field) {
            return of(field.getSelectionSet())
                    .inField(field.getName(), field.getAlias() != null)
                    .withDirectives(field.getDirectives().size());
        }
        if (selection instanceof InlineFragment inline) {
            return of(inline.getSelectionSet())
                    .withDirectives(inline.getDirectives().size());
        }
        FragmentSpread spread = (FragmentSpread) selection;
        return ofFragment(spread.getName())
                .withDirectives(spread.getDirectives().size());
    }

    private DocumentSize ofFragment(String name) {
        DocumentSize known = measured.get(name);
        if (known != null) {
            return known;
        }
        FragmentDefinition fragment = fragments.get(name);
        if (fragment == null) {
            return DocumentSize.NOTHING; // validation says that it is missing
        }
        if (!around.add(name)) {
            throw new TooComplexException(DocumentLimit.FRAGMENT_CYCLES, 0);
        }
        DocumentSize measure = of(fragment.getSelectionSet())
                .withDirectives(fragment.getDirectives().size());
        around.remove(name);
        measured.put(name, measure);
        return measure;
    }
}
