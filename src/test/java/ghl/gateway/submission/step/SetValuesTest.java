package ghl.gateway.submission.step;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.contact.CustomFieldValue;
import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.contact.draft.ContactDraftBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which steps set the same thing to different values. */
class SetValuesTest {

    static List<Arguments> colliding() {
        return List.of(
                Arguments.of(
                        upsert(draft -> draft.city(Optional.of("A"))), upsert(draft -> draft.city(Optional.of("B")))),
                Arguments.of(
                        upsert(draft -> draft.city(Optional.of("A"))), update(draft -> draft.city(Optional.empty()))),
                Arguments.of(
                        upsert(draft -> draft.dnd(Optional.of(true))), upsert(draft -> draft.dnd(Optional.of(false)))),
                Arguments.of(
                        upsert(draft -> draft.dndSettings(Map.of("SMS", "active"))),
                        upsert(draft -> draft.dndSettings(Map.of("SMS", "inactive", "Email", "active")))),
                Arguments.of(upsert(field("f1", "a")), upsert(field("f1", List.of("a", "b")))),
                Arguments.of(
                        upsert(draft -> draft.name(Optional.of("Ada King"))),
                        upsert(draft -> draft.firstName(Optional.of("Ada")))),
                Arguments.of(new Step.AddTags(List.of("a", "b")), new Step.RemoveTags(List.of("b"))),
                Arguments.of(new Step.CompleteTask("t1", true), new Step.CompleteTask("t1", false)),
                Arguments.of(new Step.DeleteContact("c1"), upsert(draft -> draft.city(Optional.of("A")))),
                Arguments.of(new Step.DeleteContact("c1"), new Step.AddTags(List.of("a"))));
    }

    @ParameterizedTest
    @MethodSource
    void colliding(Step one, Step other) {
        assertThat(SetValues.of(one).collidesWith(SetValues.of(other))).isTrue();
        assertThat(SetValues.of(other).collidesWith(SetValues.of(one))).isTrue();
    }

    static List<Arguments> apart() {
        return List.of(
                Arguments.of(
                        upsert(draft -> draft.city(Optional.of("A"))), upsert(draft -> draft.city(Optional.of("A")))),
                Arguments.of(
                        upsert(draft -> draft.email(Optional.of("ada@example.com"))),
                        upsert(draft -> draft.email(Optional.of("Ada@Example.com")))),
                Arguments.of(
                        upsert(draft -> draft.city(Optional.of("A"))), upsert(draft -> draft.state(Optional.of("B")))),
                Arguments.of(
                        upsert(draft -> draft.dndSettings(Map.of("SMS", "active"))),
                        upsert(draft -> draft.dndSettings(Map.of("Email", "inactive")))),
                Arguments.of(upsert(field("f1", new BigDecimal("5.0"))), upsert(field("f1", new BigDecimal("5")))),
                Arguments.of(
                        upsert(draft -> draft.firstName(Optional.of("Ada"))),
                        upsert(draft -> draft.lastName(Optional.of("King")))),
                Arguments.of(new Step.AddTags(List.of("a")), new Step.AddTags(List.of("a", "b"))),
                Arguments.of(new Step.AddTags(List.of("a")), new Step.RemoveTags(List.of("b"))),
                Arguments.of(new Step.CompleteTask("t1", true), new Step.CompleteTask("t2", false)),
                Arguments.of(
                        new Step.FindContact(new ContactMatch("c1", null, null)),
                        upsert(draft -> draft.city(Optional.of("A")))));
    }

    @ParameterizedTest
    @MethodSource
    void apart(Step one, Step other) {
        assertThat(SetValues.of(one).collidesWith(SetValues.of(other))).isFalse();
        assertThat(SetValues.of(other).collidesWith(SetValues.of(one))).isFalse();
    }

    private static Step upsert(UnaryOperator<ContactDraftBuilder> fields) {
        return new Step.UpsertContact(draft(fields));
    }

    private static Step update(UnaryOperator<ContactDraftBuilder> fields) {
        return new Step.UpdateContact(draft(fields));
    }

    private static ContactDraft draft(UnaryOperator<ContactDraftBuilder> fields) {
        return fields.apply(ContactDraftBuilder.builder(ContactDraft.UNTOUCHED)).build();
    }

    private static UnaryOperator<ContactDraftBuilder> field(String id, Object value) {
        return draft -> draft.customFields(List.of(new CustomFieldValue(id, value)));
    }
}
