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
final class Measuring {

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Measure> measured = new HashMap<>();
    private final Set<String> around = new HashSet<>();

    Measuring(Document document) {
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /** @throws TooComplex when a fragment is in itself */
    Measure of(OperationDefinition operation) {
        return of(operation.getSelectionSet())
                .withDirectives(operation.getDirectives().size());
    }

    /**
     * Also of those that nobody uses: they would be validated.
     *
     * @throws TooComplex when one is in itself
     */
    List<Measure> ofFragments() {
        return fragments.keySet().stream().map(this::ofFragment).toList();
    }

    private Measure of(SelectionSet selections) {
        return selections == null
                ? Measure.NOTHING
                : selections.getSelections().stream().map(this::of).reduce(Measure.NOTHING, Measure::plus);
    }

    private Measure of(Selection<?> selection) {
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

    private Measure ofFragment(String name) {
        Measure known = measured.get(name);
        if (known != null) {
            return known;
        }
        FragmentDefinition fragment = fragments.get(name);
        if (fragment == null) {
            return Measure.NOTHING; // validation says that it is missing
        }
        if (!around.add(name)) {
            throw new TooComplex(Limit.FRAGMENT_CYCLES, 0);
        }
        Measure measure = of(fragment.getSelectionSet())
                .withDirectives(fragment.getDirectives().size());
        around.remove(name);
        measured.put(name, measure);
        return measure;
    }
}
