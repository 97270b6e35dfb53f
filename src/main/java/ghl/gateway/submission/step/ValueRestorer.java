package ghl.gateway.submission.step;

import static ghl.gateway.submission.step.BlockingCalls.await;

import ghl.gateway.contact.Contact;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.call.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Sets again what lost calls, carried out late, set back: values that later submissions have set otherwise since. */
@ApplicationScoped
public class ValueRestorer {

    /** What was done. */
    public sealed interface Result {

        /** @param names names of the values that were set again; empty if none was set back */
        record Restored(Set<String> names) implements Result {}

        /** @param names names of the values that the CRM did not take again */
        record Refused(Set<String> names) implements Result {}

        /** The CRM gave no answer, or takes no calls for now. */
        record Unseen(StepResult.TryAgain trouble) implements Result {}
    }

    private final HighLevel crm;
    private final StepExecutor executor;

    ValueRestorer(HighLevel crm, StepExecutor executor) {
        this.crm = crm;
        this.executor = executor;
    }

    /**
     * Costs no call if no later step set one of the values otherwise. Else one read of the contact, and one of its tasks or notes if
     * it is about these, and one call for each later step whose values are set again.
     *
     * @param lost what lost calls set
     * @param later what later submissions set since, in order
     */
    public Result restore(List<StepEffect> lost, List<StepEffect> later, StepContext context) {
        Map<String, StepEffect> newest = new HashMap<>();
        later.forEach(effect -> effect.values().byName().keySet().forEach(name -> newest.put(name, effect)));
        Set<String> contested = new TreeSet<>();
        lost.forEach(effect -> effect.values().byName().keySet().stream()
                .filter(name ->
                        newest.containsKey(name) && newest.get(name).values().differs(name, effect.values()))
                .forEach(contested::add));
        if (contested.isEmpty()) {
            return new Result.Restored(Set.of());
        }
        try {
            SetValues crmValues = read(contested, context);
            contested.removeIf(name -> lost.stream().noneMatch(effect -> isSetBackTo(effect, name, crmValues))
                    || newest.get(name).isIn(crmValues, name));
        } catch (UpstreamException.NotFound contactIsGone) {
            return new Result.Restored(Set.of());
        } catch (UpstreamException e) {
            return StepErrors.resultOf(e) instanceof StepResult.TryAgain trouble
                    ? new Result.Unseen(trouble)
                    : new Result.Restored(Set.of());
        }
        return setAgain(contested, newest, context);
    }

    private static boolean isSetBackTo(StepEffect lost, String name, SetValues crmValues) {
        return lost.values().byName().containsKey(name) && lost.isIn(crmValues, name);
    }

    private Result setAgain(Set<String> names, Map<String, StepEffect> newest, StepContext context) {
        Map<StepEffect, Set<String>> byStep = new LinkedHashMap<>();
        names.forEach(name -> byStep.computeIfAbsent(newest.get(name), effect -> new TreeSet<>())
                .add(name));
        for (Map.Entry<StepEffect, Set<String>> step : byStep.entrySet()) {
            StepResult result = executor.run(step.getKey().limitedTo(step.getValue()), context);
            if (result instanceof StepResult.TryAgain trouble) {
                return new Result.Unseen(trouble);
            }
            if (result instanceof StepResult.Refused) {
                return new Result.Refused(step.getValue());
            }
        }
        return new Result.Restored(names);
    }

    private SetValues read(Set<String> names, StepContext context) {
        Map<String, String> found = new HashMap<>();
        Predicate<String> isOfTask = name -> name.startsWith(SetValues.TASK);
        Predicate<String> isOfNote = name -> name.startsWith(SetValues.NOTE);
        if (names.stream().anyMatch(isOfTask.or(isOfNote).negate())) {
            Contact contact = await(crm.contact(context.locationId(), context.contactId()), context);
            found.putAll(contact == null ? Map.of() : SetValues.of(contact).byName());
        }
        if (names.stream().anyMatch(isOfTask)) {
            await(crm.tasks(context.locationId(), context.contactId()), context)
                    .forEach(task -> found.putAll(SetValues.of(task).byName()));
        }
        if (names.stream().anyMatch(isOfNote)) {
            await(crm.notes(context.locationId(), context.contactId()), context)
                    .forEach(note -> found.putAll(SetValues.of(note).byName()));
        }
        return new SetValues(found);
    }
}
