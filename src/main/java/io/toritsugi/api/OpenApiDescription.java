package io.toritsugi.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;

/** What the description of the API says of every call: how to sign in, what a problem looks like, how lists go on. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {

    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(PageAsked.class)
                .replaceWithSchema(
                        JsonNode.class, new JsonSchema().types(Set.of("object")).additionalProperties(true));
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Toritsugi")
                        .version("v1")
                        .description("Takes hotel bookings in and sees that every one ends where a person can find it. "
                                + "Errors are problem documents (RFC 9457) with a stable `code`; words follow "
                                + "Accept-Language: Japanese unless English. Lists: `cursor`, `limit`."))
                .components(new Components()
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API key; needs no CSRF token"))
                        .addSecuritySchemes(
                                "session",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("SESSION")
                                        .description(
                                                "The cookie of POST /api/v1/session; a change carries the value of "
                                                        + "the cookie XSRF-TOKEN in the header X-XSRF-TOKEN")))
                .addSecurityItem(new SecurityRequirement().addList("bearer"))
                .addSecurityItem(new SecurityRequirement().addList("session"));
    }

    @Bean
    OpenApiCustomizer problemSchema() {
        return description -> ModelConverters.getInstance(true)
                .read(ProblemDocument.class)
                .forEach(description.getComponents()::addSchemas);
    }

    @Bean
    OperationCustomizer everyOperation() {
        return (operation, method) -> {
            operation.setOperationId(name(method));
            if (Arrays.stream(method.getMethodParameters())
                    .anyMatch(parameter -> parameter.getParameterType().equals(PageAsked.class))) {
                paged(operation);
            }
            problem(operation, "default", "A problem");
            if (narrows(operation)) {
                problem(operation, "400", "A value of the request makes no sense; `errors` names the field");
            }
            if (takesHotel(method) || namesOne(method)) {
                problem(operation, "403", "Not for this hotel, or not with this role");
                problem(operation, "404", "No such hotel, or nothing there");
            }
            problem(operation, "401", "Not signed in, no valid key");
            return operation;
        };
    }

    /** Whose call it is and what it does, as {@code failureDismiss}: a name of its own for every call. */
    private static String name(HandlerMethod method) {
        var whose =
                StringUtils.uncapitalize(method.getBeanType().getSimpleName().replaceFirst("Controller$", ""));
        return whose + StringUtils.capitalize(method.getMethod().getName());
    }

    private static boolean narrows(Operation operation) {
        return operation.getRequestBody() != null
                || (operation.getParameters() != null
                        && operation.getParameters().stream().anyMatch(parameter -> "query".equals(parameter.getIn())));
    }

    private static boolean namesOne(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class));
    }

    private static boolean takesHotel(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> "hotel".equals(parameter.getParameter().getName()));
    }

    private static void paged(Operation operation) {
        operation.addParametersItem(new Parameter()
                .in("query")
                .name("cursor")
                .description("The `next` of the page before; absent for the first")
                .schema(new StringSchema()));
        operation.addParametersItem(new Parameter()
                .in("query")
                .name("limit")
                .schema(new IntegerSchema()
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(PageAsked.MAX_LIMIT))
                        ._default(PageAsked.DEFAULT_LIMIT)));
    }

    private static void problem(Operation operation, String status, String description) {
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(description)
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM)))));
    }
}
