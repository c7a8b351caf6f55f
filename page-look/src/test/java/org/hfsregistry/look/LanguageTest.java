package org.hfsregistry.look;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class LanguageTest {

    private final Languages languages = new Languages();

    @AfterEach
    void forget() {
        RequestContextHolder.resetRequestAttributes();
    }

    @ParameterizedTest
    @CsvSource({
        "/, lang=de, /",
        "/compare, hospital=a&lang=de&hospital=b, /compare?hospital=a&hospital=b",
        "/hospitals/z%C3%BCri, lang=de&lang=en, /hospitals/z%C3%BCri",
        "//elsewhere.example, lang=de, /elsewhere.example"
    })
    void an_address_with_a_language_leads_to_the_same_page_and_keeps_the_choice(
            String path, String query, String without) throws Exception {
        MockHttpServletResponse answer = answered(page(path, query));

        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getHeader("Location")).isEqualTo(without);
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getHeader("Set-Cookie")).contains("hfs-language=de", "Path=/", "HttpOnly", "SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lang=xx", "lang=", "long=de", "hospital=lang"})
    void what_chooses_no_language_is_the_pages(String query) throws Exception {
        assertThat(answered(page("/funnel", query)).getStatus()).isEqualTo(200);
    }

    @Test
    void a_programs_parameter_is_left_alone() throws Exception {
        MockHttpServletRequest request = page("/v1/hospitals", "lang=de");
        request.removeHeader("Accept");
        request.addHeader("Accept", "application/json");

        assertThat(answered(request).getStatus()).isEqualTo(200);
    }

    @Test
    void the_choice_goes_before_the_browsers_languages() {
        MockHttpServletRequest request = page("/", "");
        request.addPreferredLocale(Locale.ENGLISH);
        assertThat(languages.resolveLocale(request)).isEqualTo(Locale.ENGLISH);

        request.setCookies(new Cookie(Languages.COOKIE, "de"));
        assertThat(languages.resolveLocale(request)).isEqualTo(Locale.GERMAN);

        request.setCookies(new Cookie(Languages.COOKIE, "xx"));
        assertThat(languages.resolveLocale(request)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void a_page_leads_to_itself_in_the_other_language() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(page("/compare", "hospital=a")));

        assertThat(new OtherLanguages(languages).links())
                .isEqualTo(List.of(new OtherLanguages.Link("/compare?hospital=a&lang=de", "de", "Deutsch")));
    }

    private static MockHttpServletResponse answered(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new ChooseLanguage().doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static MockHttpServletRequest page(String path, String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query);
        request.addHeader("Accept", "text/html,application/xhtml+xml");
        return request;
    }
}
