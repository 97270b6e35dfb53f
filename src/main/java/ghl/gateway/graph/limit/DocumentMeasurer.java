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
    private final Set<String> enclosing = new HashSet<>();

    DocumentMeasurer(Document document) {
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /** @throws TooComplexException when a fragment contains itself */
    DocumentSize measure(OperationDefinition operation) {
        return measure(operation.getSelectionSet())
                .withDirectives(operation.getDirectives().size());
    }

    /**
     * Measures all fragments, including unused ones: they would be validated too.
     *
     * @throws TooComplexException when a fragment contains itself
     */
    List<DocumentSize> measureFragments() {
        return fragments.keySet().stream().map(this::measureFragment).toList();
    }

    private DocumentSize measure(SelectionSet selections) {
        return selections == null
                ? DocumentSize.EMPTY
                : selections.getSelections().stream().map(this::measure).reduce(DocumentSize.EMPTY, DocumentSize::plus);
    }

    private DocumentSize measure(Selection<?> selection) {
        if (selection instanceof Field field) {
            return measure(field.getSelectionSet())
                    .inField(field.getName(), field.getAlias() != null)
                    .withDirectives(field.getDirectives().size());
        }
        if (selection instanceof InlineFragment inline) {
            return measure(inline.getSelectionSet())
                    .withDirectives(inline.getDirectives().size());
        }
        FragmentSpread spread = (FragmentSpread) selection;
        return measureFragment(spread.getName())
                .withDirectives(spread.getDirectives().size());
    }

    private DocumentSize measureFragment(String name) {
        DocumentSize known = measured.get(name);
        if (known != null) {
            return known;
        }
        FragmentDefinition fragment = fragments.get(name);
        if (fragment == null) {
            return DocumentSize.EMPTY; // validation reports it
        }
        if (!enclosing.add(name)) {
            throw new TooComplexException(DocumentLimit.FRAGMENT_CYCLES, 0);
        }
        DocumentSize size = measure(fragment.getSelectionSet())
                .withDirectives(fragment.getDirectives().size());
        enclosing.remove(name);
        measured.put(name, size);
        return size;
    }
}
