package org.hfsregistry.registry.access.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hfsregistry.registry.access.RefusedRequest;
import org.springframework.core.MethodParameter;
import org.springframework.core.StandardReflectionParameterNameDiscoverer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses parameters that a request does not take, or not twice: with a misspelt {@code hospitalId} or with two of them the
 * answer would be about something else than was asked for. What is known is what the controller's method declares.
 */
@Component
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {

    private final StandardReflectionParameterNameDiscoverer names = new StandardReflectionParameterNameDiscoverer();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/v1/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            List<String> known = known(method).map(this::name).toList();
            if (!known.containsAll(request.getParameterMap().keySet())) {
                throw new RefusedRequest(
                        HttpStatus.BAD_REQUEST.value(),
                        "UNKNOWN_PARAMETER",
                        "A parameter of the address is not known here. " + told(known));
            }
            known(method)
                    .filter(parameter -> !isList(parameter))
                    .map(this::name)
                    .filter(name -> values(request, name) > 1)
                    .findFirst()
                    .ifPresent(name -> {
                        throw RefusedRequest.badParameter(name, "given once");
                    });
        }
        return true;
    }

    private static Stream<MethodParameter> known(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class));
    }

    private static boolean isList(MethodParameter parameter) {
        return Collection.class.isAssignableFrom(parameter.nestedIfOptional().getNestedParameterType());
    }

    private static int values(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? 0 : values.length;
    }

    private String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(names);
        return Objects.requireNonNull(parameter.getParameterName(), "compiled without the names of parameters");
    }

    private static String told(List<String> known) {
        return switch (known.size()) {
            case 0 -> "It takes none.";
            case 1 -> "The only one is " + known.getFirst() + ".";
            default ->
                "Parameters are " + String.join(", ", known.subList(0, known.size() - 1)) + " and " + known.getLast()
                        + ".";
        };
    }
}
