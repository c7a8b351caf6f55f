package org.hfsregistry.registry.access.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
 * Refuses parameters that a request does not take: with a misspelt {@code hospitalId} or {@code from} the answer would be
 * about something else than was asked for. What is known is what the controller's method declares.
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
            List<String> known = known(method);
            if (!known.containsAll(request.getParameterMap().keySet())) {
                throw new RefusedRequest(
                        HttpStatus.BAD_REQUEST.value(),
                        "UNKNOWN_PARAMETER",
                        "A parameter of the address is not known here. " + told(known));
            }
        }
        return true;
    }

    private List<String> known(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(this::name)
                .toList();
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
