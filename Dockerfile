# syntax=docker/dockerfile:1
# Built where the tools are, run where they are not: the second stage has Node, the packages that serve, and the desk.
FROM node:24.12.0-bookworm-slim AS build
WORKDIR /build
ENV npm_config_update_notifier=false
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs \
 && npm pack --ignore-scripts --silent --pack-destination /tmp \
 && mkdir /package \
 && tar -xzf /tmp/deskhand-*.tgz -C /package --strip-components=1 \
 && cp package-lock.json /package/ \
 && cd /package \
 && npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
 && npm cache clean --force

FROM node:24.12.0-bookworm-slim
LABEL org.opencontainers.image.title="Deskhand" \
      org.opencontainers.image.licenses="MIT"
# Everything the desk writes lies under /data; the rest of the file system may be read-only.
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3978 \
    DATA_DIR=/data \
    DRAIN_SECONDS=10
WORKDIR /app
COPY --from=build --chown=root:root /package /app
RUN mkdir /data && chown 1000:1000 /data
USER 1000:1000
VOLUME /data
EXPOSE 3978
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1's child nowhere: it is process 1, hears SIGTERM and drains.
CMD ["node", "bin/deskhand.mjs", "start"]
