package ghl.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An input with a used key is the same submission. */
abstract class IdempotencyKeyContract {

    private Crm crm;

    @BeforeEach
    void ownLocation() {
        crm = Crm.fresh();
    }

    @Test
    void repeat_returns_the_first_receipt_and_writes_nothing() {
        JsonPath first = Ask.submit(crm, form("k", "PT3S"));
        int writes = crm.writes();

        JsonPath repeat = Ask.submit(crm, form("k", "PT5S"));

        assertThat(repeat.getString("submission.id")).isEqualTo(first.getString("submission.id"));
        assertThat(first.getBoolean("submission.replayed")).isFalse();
        assertThat(repeat.getBoolean("submission.replayed")).isTrue();
        assertThat(repeat.getString("notes[0].id")).isEqualTo(first.getString("notes[0].id"));
        assertThat(crm.writes()).isEqualTo(writes);
    }

    @Test
    void another_input_with_the_same_key_is_rejected() {
        Ask.submit(crm, form("k", "PT3S"));
        Map<String, Object> other = new HashMap<>(form("k", "PT3S"));
        other.put("tags", List.of("other"));

        JsonPath refused = Ask.submit(crm, other);

        assertThat(refused.getList("userErrors.code")).containsExactly("KEY_REUSED");
        assertThat(refused.getList("userErrors[0].path")).containsExactly("input", "idempotencyKey");
        assertThat(refused.getString("submission")).isNull();
    }

    @Test
    void same_key_in_two_locations_is_two_submissions() {
        Crm other = Crm.fresh();

        JsonPath here = Ask.submit(crm, form("k", "PT3S"));
        JsonPath there = Ask.submit(other, form("k", "PT3S"));

        assertThat(there.getString("submission.id")).isNotEqualTo(here.getString("submission.id"));
        assertThat(there.getBoolean("submission.replayed")).isFalse();
    }

    @Test
    void repeat_resumes_only_unfinished_steps() {
        crm.fault(Map.of("operation", "create-note", "status", 401, "body", Map.of("message", "Invalid JWT")));
        JsonPath first = Ask.submit(crm, form("k", "PT3S"));
        assertThat(first.getString("submission.status")).isEqualTo("WAITING");

        JsonPath repeat = Ask.submit(crm, form("k", "PT3S"));

        assertThat(repeat.getString("submission.status")).isEqualTo("DONE");
        assertThat(crm.calls("create-note")).isEqualTo(1);
        assertThat(crm.calls("upsert-contact")).isEqualTo(1);
    }

    @Test
    void dry_run_does_not_use_the_key() {
        Map<String, Object> dry = new HashMap<>(form("k", "PT3S"));
        dry.put("dryRun", true);
        Ask.submit(crm, dry);

        assertThat(Ask.submit(crm, form("k", "PT3S")).getBoolean("submission.replayed"))
                .isFalse();
    }

    @Test
    void concurrent_repeats_are_one_submission() {
        List<CompletableFuture<String>> answers = IntStream.range(0, 30)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Ask.submit(crm, form("k", "PT3S")).getString("submission.id")))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(crm.calls("create-note")).isEqualTo(1);
    }

    @Test
    void receipt_without_wait_is_queued() {
        JsonPath payload = Ask.submit(crm, form("k", "PT0S"));

        assertThat(payload.getString("submission.status")).isEqualTo("QUEUED");
        assertThat(payload.getString("contact")).isNull();
    }

    private static Map<String, Object> form(String key, String wait) {
        return Map.of(
                "contact",
                Map.of("email", "ada@example.com"),
                "notes",
                Map.of("body", "x"),
                "idempotencyKey",
                key,
                "wait",
                wait);
    }
}
