# The image for production: no embedded database in it, so it has to be told where one is (SPRING_DATASOURCE_URL).
FROM node:20.19-bookworm-slim AS ui
WORKDIR /ui/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci --no-audit --no-fund --ignore-scripts
COPY docs/openapi.json ../docs/openapi.json
COPY frontend ./
RUN FRONTEND_OUT=/ui/static npm run build && FRONTEND_OUT=/ui/static node compress.mjs

FROM maven:3.9.11-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml .
# The libraries change less often than the code: a layer of their own.
RUN mvn -B -ntp -Pproduction dependency:go-offline
COPY db db
COPY routes routes
COPY src src
COPY --from=ui /ui/static target/classes/static
RUN mvn -B -ntp -Pproduction -DskipTests -Dfrontend.skip package \
    && java -Djarmode=tools -jar target/toritsugi-*.jar extract --layers --launcher --destination layers

FROM eclipse-temurin:17.0.16_8-jre-jammy
RUN groupadd --system --gid 10001 toritsugi \
    && useradd --system --uid 10001 --gid toritsugi --home-dir /app --shell /usr/sbin/nologin toritsugi
WORKDIR /app
COPY deploy/ready /usr/local/bin/ready
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER toritsugi
# Nothing but the container's own network can reach it. What the profile "demo" brings is not here unless asked for.
ENV SERVER_ADDRESS=0.0.0.0 \
    SERVER_PORT=8080 \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 CMD ["ready"]
# Receives the signal to stop itself: what is in work is finished, what is stored is found again.
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
