package ghl.gateway.sandbox.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhoneTest {

    @Test
    void formatting_is_dropped() {
        assertThat(Phone.e164("+1 888-888-8888", "US")).contains("+18888888888");
        assertThat(Phone.e164("(212) 555-0101", "US")).contains("+12125550101");
    }

    @Test
    void a_national_number_gets_the_calling_code_of_its_country() {
        assertThat(Phone.e164("030 23125101", "DE")).contains("+493023125101");
        assertThat(Phone.e164("2125550101", "US")).contains("+12125550101");
        assertThat(Phone.e164("1 212 555 0101", "US")).contains("+12125550101");
    }

    @Test
    void italy_keeps_its_leading_zero() {
        assertThat(Phone.e164("06 1234567", "IT")).contains("+39061234567");
    }

    @Test
    void leading_double_zero_is_a_plus_sign() {
        assertThat(Phone.e164("0049 30 23125101", "US")).contains("+493023125101");
    }

    @Test
    void national_number_without_country_is_invalid() {
        assertThat(Phone.e164("2125550101", null)).isEmpty();
        assertThat(Phone.e164("+12125550101", null)).contains("+12125550101");
    }

    @Test
    void letters_and_short_numbers_are_invalid() {
        assertThat(Phone.e164("call me", "US")).isEmpty();
        assertThat(Phone.e164("+12", "US")).isEmpty();
    }

    @Test
    void a_search_does_not_complete_a_national_number() {
        assertThat(Phone.asSearched("212-555-0101")).isEqualTo("2125550101");
        assertThat(Phone.asSearched("+1 212 555 0101")).isEqualTo("+12125550101");
    }
}
