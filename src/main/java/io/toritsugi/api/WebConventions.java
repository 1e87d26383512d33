package io.toritsugi.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.apache.catalina.core.StandardHost;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AbstractLocaleResolver;

/** What holds for every controller: the language, the page asked for, no error page of the container's own. */
@Configuration(proxyBeanMethods = false)
class WebConventions implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PageAskedResolver());
    }

    @Bean
    LocaleResolver localeResolver() {
        return new AcceptedLanguage();
    }

    /** Requests so malformed that they never reach the application get a problem document all the same. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> noErrorPages() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(MalformedRequestReport.class.getName());
            }
        });
    }

    private static final class AcceptedLanguage extends AbstractLocaleResolver {
        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            return Languages.asked(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        }

        @Override
        public void setLocale(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
            throw new UnsupportedOperationException("The language is the request's, see Accept-Language");
        }
    }

    private static final class PageAskedResolver implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(PageAsked.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return PageAsked.of(request.getParameter("cursor"), request.getParameter("limit"));
        }
    }
}
