package ghl.gateway.form.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                "{blank.or('nobody')} {name.or('nobody')} | nobody Ada Löwe",
                "{blank or name} {blank ?: 'x'} | Ada Löwe x",
                "{blank.or(\"it's\")} {blank.or('say \"hi\"')} {blank.or(context:utmSource)} | it's say \"hi\" google",
                "{name.lower.or(phone.phone).upper} {wishes.first.or(blank)} | ADA LÖWE Roof",
                "{wishes} | Roof, Solar panels",
                "{wishes.first.slug} {wishes.count} | roof 2",
                "{blank.capitalize}{name.lower.capitalize} | Ada löwe",
                "{#if blank}a{#else if name == 'Ada Löwe'}b{#else}c{/if} | b",
                "{#if wishes.contains('roof')}a{/if}{#if wishes.contains('oo')}b{/if}{#if name.contains('löw')}c{/if} | ac",
                "{#if budget.over(1000)}a{/if}{#if budget.under('1,000')}b{/if}{#if name.over(1)}c{/if} | a",
                "{#if !blank && name}a{/if} | a",
                "{context:utmSource}{context:pageUrl} | google",
                "\\{name} { name } | {name} { name }"
            })
    void places_and_helpers(String template, String text) throws FormTextException {
        assertThat(render(template)).isEqualTo(text);
    }

    @Test
    void a_list_in_lines() throws FormTextException {
        assertThat(render("{wishes.lines}")).isEqualTo("- Roof\n- Solar panels");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{nmae} | {nmae}, which is no answer of this form",
                "{name.sulg} | .sulg, which there is not",
                "{name.or(nmae)} | {nmae}",
                "{name.or} | .or, which there is not",
                "{name.class} | .class",
                "{name.date('bogus pattern')} | cannot be made",
                "{budget.money('XXXX')} | cannot be made",
                "{#if budget.over(50000)}{budget.money('EURO')}{/if} | cannot be made: 'EURO' is no currency",
                "{#if name == 'Ada'}{start.date('HH:mm')}{/if} | cannot be made",
                "{#if name}a{#else if name == 'Ada'}{blank.or(start.date('HH:mm'))}{/if} | cannot be made",
                "{start.date(name)} | cannot be made",
                "{#if budget > 3}a{/if} | budget.over(1000)",
                "{#if blank}{#if budget gt 3}a{/if}{/if} | budget.over(1000)",
                "{#if name}a | {#if …}",
                "{name | sections are",
                "{#for x in wishes}{x}{/for} | sections are",
                "{#eval name /} | sections are",
                "{#include name /} | sections are",
                "{context:ip} | {context:ip}",
                "{inject:forms} | {inject:forms}",
                "{cdi:forms.all} | {cdi:forms}"
            })
    void what_cannot_work_is_refused_with_what_to_do(String template, String said) {
        assertThatThrownBy(() -> texts.read(template))
                .isInstanceOf(FormTextException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name}", "{#if name}x{/if}", "{cdi:forms}", "{blank.or('x')}", "{{{", "\\{", "{|x|}"})
    void an_answer_is_never_read_as_a_template(String answer) throws FormTextException {
        FormText text = texts.read("<{name}>");

        assertThat(text.fill(Map.of("name", answer), Map.of(), () -> "US").text())
                .isEqualTo("<" + answer + ">");
    }

    @Test
    void answers_that_have_a_place_are_known() throws FormTextException {
        assertThat(texts.read("{#if blank}{name.or(phone)}{/if} {start.date}").answers())
                .isEqualTo(Set.of("blank", "name", "phone", "start"));
        assertThat(texts.read("{wishes}").onlyAnswer()).contains("wishes");
        assertThat(texts.read("{wishes}!").onlyAnswer()).isEmpty();
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
    void only_what_is_written_has_arrived(String template, String answer) throws FormTextException {
        assertThat(texts.read(template).fill(ANSWERS, Map.of(), () -> "US").answers())
                .isEqualTo(answer.isEmpty() ? Set.of() : Set.of(answer));
    }

    private String render(String template) throws FormTextException {
        return texts.read(template)
                .fill(ANSWERS, Map.of("utmSource", "google"), () -> "US")
                .text();
    }
}
