# KoaLens in one image: built whole from the sources, run by a small Java with an AOT cache.
# Bases are named by tag: a build takes their newest fixes, and two builds need not be alike.
# ENTRYPOINT and CMD stand apart, so that Fly's release_command can say `migrate` instead.
FROM eclipse-temurin:25-jdk-noble AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends maven git curl nodejs npm \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN mvn --batch-mode --no-transfer-progress -Pimage -pl cli -am -Dmaven.test.skip package
RUN deploy/image.sh /app

FROM ubuntu:noble
RUN useradd --system --create-home --uid 10001 koalens \
 && mkdir /data && chown koalens /data
COPY --from=build /app /app
# The commit that /version names: given by `koalens deploy`, since an image holds no git.
ARG KOALENS_COMMIT=""
ENV KOALENS_COMMIT=$KOALENS_COMMIT DATA_DIR=/data PORT=8080
USER koalens
EXPOSE 8080
STOPSIGNAL SIGTERM
ENTRYPOINT ["/app/bin/koalens"]
CMD ["serve"]
