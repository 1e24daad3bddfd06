#!/bin/sh
# Pin every dependency with its hashes, for all platforms and every Python from 3.11 on. The lock files name no download
# address, so that they work with any index. One version of each package for all Pythons: a run should not depend on it.
set -eu
cd "$(dirname "$0")/.."
uv=${UV:-uv}

lock() {
    target=$1
    shift
    "$uv" pip compile "$@" --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet ${UPGRADE:+--upgrade} -o "$target"
    if grep -n '://\|@ ' "$target"; then
        echo "$target names an address" >&2
        exit 1
    fi
}

lock requirements.lock pyproject.toml
lock requirements-dev.lock pyproject.toml --extra dev
lock requirements-node.lock --group node
