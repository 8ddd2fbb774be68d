# The same steps as on a bare Debian; see docs/operations.md.
FROM debian:12-slim
COPY . /source
RUN /source/deploy/install-debian.sh /opt/skillsgesprek && rm -rf /source /var/lib/apt/lists/* /root/.npm
USER skillsgesprek
WORKDIR /opt/skillsgesprek
ENV DATA_DIR=/var/lib/skillsgesprek HOST=0.0.0.0 PORT=3978
VOLUME /var/lib/skillsgesprek
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD node -e "fetch('http://127.0.0.1:3978/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "scripts/run.mjs", "start"]
