package ghl.gateway.form.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTextsTest {

    private static final Map<String, Object> ANSWERS = Map.of(
            "name", "Ada Löwe",
            "phone", "(212) 555-0101",
            "start", "2027-01-31",
            "budget", "1250.5",
            "wishes", List.of("Roof", "Solar panels"),
            "blank", "");

    private final FormTexts texts = new FormTexts(ANSWERS.keySet());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Call {name} back | Call Ada Löwe back",
                "{name.slug} | ada-lowe",
                "{name.upper} {name.lower} | ADA LÖWE ada löwe",
                "{phone.phone} | +1 212-555-0101",
                "{name.phone} | Ada Löwe",
                "{start.date} | 31 January 2027",
                "{start.date('dd/MM/yy')} | 31/01/27",
                "{name.date} | Ada Löwe",
                "{budget.money} | 1,250.50",
                "{budget.money('USD')} {budget.money('CHF')} | $1,250.50 CHF 1,250.50",
                "{name.money} | Ada Löwe",
                "{blank.or('you')} {name.or('you')} | you Ada Löwe",
                "{blank or name} {blank ?: 'x'} | Ada Löwe x",
                "{blank.or(\"it's\")} {blank.or('say \"hi\"')} {blank.or(context:utmSource)} | it's say \"hi\" google",
                "{name.lower.or(phone.phone).upper} {wishes.first.or(blank)} | ADA LÖWE Roof",
                "{wishes} | Roof, Solar panels",
                "{wishes.first.slug} {wishes.count} | roof 2",
                "{blank.capitalize}{name.lower.capitalize} | Ada löwe",
                "{#if blank}a{#else if name == 'Ada Löwe'}b{#else}c{/if} | b",
                "{#if wishes.contains('roof')}a{/if}{#if wishes.contains('oo')}b{/if}{#if name.contains('löw')}c{/if} | ac",
                "{#if budget.over(1000)}a{/if}{#if budget.under('1,000')}b{/if}{#if name.over(1)}c{/if}{#if budget.over('1000.5')}d{/if} | ad",
                "{#if !blank && name}a{/if} | a",
                "{context:utmSource}{context:pageUrl} | google",
                "\\{name} { name } | {name} { name }"
            })
    void placeholders_and_helpers_are_rendered(String template, String text) throws FormTextException {
        assertThat(render(template)).isEqualTo(text);
    }

    @Test
    void lines_renders_a_list() throws FormTextException {
        assertThat(render("{wishes.lines}")).isEqualTo("- Roof\n- Solar panels");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{nmae} | {nmae}, which is not an answer of this form",
                "{name.sulg} | .sulg, which is not a helper",
                "{name.or(nmae)} | {nmae}",
                "{name.or} | .or, which is not a helper",
                "{name.class} | .class",
                "{name.date('bogus pattern')} | cannot be rendered",
                "{budget.money('XXXX')} | cannot be rendered",
                "{#if budget.over(50000)}{budget.money('EURO')}{/if} | cannot be rendered: 'EURO' is not an ISO 4217 currency",
                "{#if name == 'Ada'}{start.date('HH:mm')}{/if} | cannot be rendered",
                "{#if name}a{#else if name == 'Ada'}{blank.or(start.date('HH:mm'))}{/if} | cannot be rendered",
                "{start.date(name)} | cannot be rendered",
                "{#if budget > 3}a{/if} | budget.over(1000)",
                "{#if blank}{#if budget gt 3}a{/if}{/if} | budget.over(1000)",
                "{#if name}a | {#if …}",
                "{name | Sections are",
                "{#for x in wishes}{x}{/for} | Sections are",
                "{#eval name /} | Sections are",
                "{#include name /} | Sections are",
                "{context:ip} | {context:ip}",
                "{inject:forms} | {inject:forms}",
                "{cdi:forms.all} | {cdi:forms}"
            })
    void invalid_template_is_rejected_with_a_fix(String template, String message) {
        assertThatThrownBy(() -> texts.parse(template))
                .isInstanceOf(FormTextException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name}", "{#if name}x{/if}", "{cdi:forms}", "{blank.or('x')}", "{{{", "\\{", "{|x|}"})
    void answer_is_never_parsed_as_a_template(String answer) throws FormTextException {
        FormText text = texts.parse("<{name}>");

        assertThat(text.fill(Map.of("name", answer), Map.of(), () -> "US", new RenderBudget())
                        .text())
                .isEqualTo("<" + answer + ">");
    }

    @Test
    void mentioned_answers_are_known() throws FormTextException {
        assertThat(texts.parse("{#if blank}{name.or(phone)}{/if} {start.date}").answers())
                .isEqualTo(Set.of("blank", "name", "phone", "start"));
        assertThat(texts.parse("{wishes}").onlyAnswer()).contains("wishes");
        assertThat(texts.parse("{wishes}!").onlyAnswer()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{#if name == 'Ada'}{phone}{/if} | ''",
                "{#if name}{phone.phone}{/if} | phone",
                "{name.or(phone)} | name",
                "{blank.or(phone)} | phone",
                "{wishes.first} {wishes.count} | ''",
                "{budget.money('USD')} {blank} | budget"
            })
    void only_printed_answers_are_recorded(String template, String answer) throws FormTextException {
        assertThat(texts.parse(template)
                        .fill(ANSWERS, Map.of(), () -> "US", new RenderBudget())
                        .answers())
                .isEqualTo(answer.isEmpty() ? Set.of() : Set.of(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name}", "{name.slug}", "{#if name.contains('x')}x{/if}", "{name.upper.lower}"})
    void rendering_stops_when_placeholders_multiply_a_long_answer(String placeholder) throws FormTextException {
        FormText text = texts.parse(placeholder.repeat(20_000 / placeholder.length()));
        RenderBudget budget = new RenderBudget();

        FormText.Filled filled = assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> text.fill(Map.of("name", "Ä".repeat(20_000)), Map.of(), () -> "US", budget));

        assertThat(filled).as("its answers go to the note").isEqualTo(FormText.Filled.EMPTY);
        assertThat(texts.parse("{phone}").fill(ANSWERS, Map.of(), () -> "US", budget))
                .as("the budget is that of all texts")
                .isEqualTo(FormText.Filled.EMPTY);
        assertThat(texts.parse("fixed")
                        .fill(ANSWERS, Map.of(), () -> "US", budget)
                        .text())
                .isEqualTo("fixed");
    }

    private String render(String template) throws FormTextException {
        return texts.parse(template)
                .fill(ANSWERS, Map.of("utmSource", "google"), () -> "US", new RenderBudget())
                .text();
    }
}
