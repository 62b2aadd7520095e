# The portal for people (npm run serve). Build: docker build -t onetrip .
FROM node:24-slim AS build
WORKDIR /portal
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY remix.config.js vite.config.ts tsconfig.json ./
COPY public ./public
COPY locales ./locales
COPY audit ./audit
COPY db ./db
COPY app ./app
RUN npm run build && npm prune --omit=dev

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data DRAIN_MS=5000
WORKDIR /portal
# Nothing here is the account's own that the portal runs under: what it could be made to write, it can't change itself by.
COPY --from=build /portal/node_modules ./node_modules
COPY --from=build /portal/build ./build
COPY package.json package-lock.json ./
COPY workflows ./workflows
COPY locales ./locales
COPY audit ./audit
COPY db ./db
COPY app ./app
# After every source, or the portal would take the pages for old ones and try to build them.
RUN touch build/server/index.js && mkdir -m 700 /data /checkpoints && chown node:node /data /checkpoints
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "app/cli/serve.ts"]
