# Eleven Lines in a small image: a slim Python, the locked dependencies, the code, and nothing to build with.
# docs/container.md tells how to build, carry and run it. Any Python from 3.11 on will do.
ARG PYTHON=3.13

FROM python:${PYTHON}-slim AS dependencies
COPY requirements.lock /
# Without pip inside, without the tests that packages bring, and without compiled copies of Plotly's thousand classes,
# of which the lab uses a few: together a sixth of the size.
RUN python -m venv --without-pip /venv \
    && python -m pip --python /venv/bin/python install --no-cache-dir --no-compile --disable-pip-version-check \
        --root-user-action=ignore --require-hashes -r requirements.lock \
    && find /venv -type d -name tests -prune -exec rm -rf {} + \
    && python -m compileall -q -x plotly/graph_objs /venv/lib

FROM dependencies AS code
COPY engine /srv/engine
COPY app /srv/app
COPY templates /srv/templates
COPY static /srv/static
# A read-only root cannot keep compiled files, so they are made here.
RUN python -m compileall -q /srv

FROM python:${PYTHON}-slim
LABEL org.opencontainers.image.title="Eleven Lines" \
      org.opencontainers.image.description="Watch a small neural network learn, line by line and number by number" \
      org.opencontainers.image.licenses="MIT"
# Runs are kept on the volume, and the kernel as compiled for this processor. Where it cannot be written, the lab serves
# all the same, says that nothing is kept, and compiles the kernel at every start, while it serves.
RUN install -d -o 10001 -g 10001 /data
COPY --from=dependencies /venv /venv
COPY --from=code /srv /srv
WORKDIR /srv
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    NUMBA_CACHE_DIR=/data/kernel \
    ELEVEN_LINES_HOST=0.0.0.0 \
    ELEVEN_LINES_DATABASE=sqlite:////data/eleven-lines.db
USER 10001:10001
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
# The slim image has no curl, so Python asks; straight, whatever proxy the environment names.
HEALTHCHECK --interval=15s --timeout=4s --start-period=20s --retries=3 CMD ["python", "-c", "\
import http.client, os, sys; \
port = os.environ.get('ELEVEN_LINES_PORT') or os.environ.get('PORT') or '8000'; \
lab = http.client.HTTPConnection('127.0.0.1', int(port), timeout=3); \
lab.request('GET', '/healthz'); \
sys.exit(lab.getresponse().status != 200)"]
ENTRYPOINT ["python", "-m", "app"]
