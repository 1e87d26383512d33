package io.toritsugi.intake;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the two calls that routes answer, which no controller speaks for. */
@Configuration(proxyBeanMethods = false)
class IntakeApiDescription {

    private static final String TAG = "intake";
    private static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";

    @Bean
    OpenApiCustomizer intakeCalls() {
        var schemas = ModelConverters.getInstance(true).readAll(Receipt.class);
        return description -> {
            schemas.forEach(description.getComponents()::addSchemas);
            describe(description);
        };
    }

    private static void describe(OpenAPI description) {
        description.path("/ota/tl-lincoln/{hotel}", new PathItem().post(deliver()));
        description.path("/ota/tl-lincoln/{hotel}/deliveries/{delivery}", new PathItem().get(ask()));
    }

    private static Operation deliver() {
        return new Operation()
                .addTagsItem(TAG)
                .operationId("deliver")
                .summary("Bring one telegram or a whole BookingInfoOutput answer")
                .description("Answered when every byte is committed. Any declared encoding; gzip is accepted. "
                        + "`Prefer: wait=N` waits up to N seconds (30 at most) for outcomes.")
                .addParametersItem(hotel())
                .addParametersItem(new Parameter()
                        .in("header")
                        .name("Prefer")
                        .description("wait=N")
                        .schema(new StringSchema()))
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content().addMediaType("text/xml", new MediaType().schema(new StringSchema()))))
                .responses(new ApiResponses()
                        .addApiResponse("200", receipt("Stored, and every outcome is known"))
                        .addApiResponse("202", receipt("Stored; some outcomes are pending"))
                        .addApiResponse("400", problem("Nothing was sent"))
                        .addApiResponse("401", problem("No valid key"))
                        .addApiResponse("403", problem("The key is for another hotel or another purpose"))
                        .addApiResponse("404", problem("No such hotel"))
                        .addApiResponse("413", problem("Larger than a telegram or an answer may be"))
                        .addApiResponse("422", receipt("Stored, but no telegram at all (PARSE)"))
                        .addApiResponse("429", problem("More than agreed; Retry-After says when"))
                        .addApiResponse("503", problem("Nothing could be stored; send it again")));
    }

    private static Operation ask() {
        return new Operation()
                .addTagsItem(TAG)
                .operationId("receipt")
                .summary("The receipt of an earlier delivery, as it stands now")
                .addParametersItem(hotel())
                .addParametersItem(new Parameter()
                        .in("path")
                        .name("delivery")
                        .required(true)
                        .schema(new StringSchema().format("uuid")))
                .responses(new ApiResponses()
                        .addApiResponse("200", receipt("The receipt"))
                        .addApiResponse("401", problem("No valid key"))
                        .addApiResponse("403", problem("The key is for another hotel or another purpose"))
                        .addApiResponse("404", problem("This hotel has no such delivery")));
    }

    private static Parameter hotel() {
        return new Parameter()
                .in("path")
                .name("hotel")
                .required(true)
                .description("The hotel's code")
                .schema(new StringSchema());
    }

    private static ApiResponse receipt(String description) {
        return response(description, JSON, "#/components/schemas/Receipt");
    }

    private static ApiResponse problem(String description) {
        return response(description, PROBLEM, "#/components/schemas/Problem");
    }

    private static ApiResponse response(String description, String type, String schema) {
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType(type, new MediaType().schema(new Schema<>().$ref(schema))));
    }
}
