#!/bin/sh
# Installs Skillsgesprek on a bare Debian 12 or 13: what the Dockerfile does, and whoever runs it without containers.
#   deploy/install-debian.sh TARGET     (as root, from the project's folder; TARGET: /opt/skillsgesprek by default)
# Doing it again over an earlier installation is an upgrade: data and settings are not touched.
set -eu

target=${1:-/opt/skillsgesprek}
source=$(cd "$(dirname "$0")/.." && pwd)
[ "$(id -u)" -eq 0 ] || { echo "Run this as root: it installs Debian packages and makes an account." >&2; exit 1; }
[ -f "$source/package-lock.json" ] || { echo "$source is not the project's folder: package-lock.json is not there." >&2; exit 1; }

export DEBIAN_FRONTEND=noninteractive
if ! command -v npm >/dev/null 2>&1; then
  apt-get -qq update
  apt-get -qq install -y --no-install-recommends ca-certificates nodejs npm
fi

# An account that owns nothing but the data.
if ! getent passwd skillsgesprek >/dev/null; then
  groupadd --system skillsgesprek
  useradd --system --gid skillsgesprek --home-dir /var/lib/skillsgesprek --shell /usr/sbin/nologin skillsgesprek
fi
mkdir -p /var/lib/skillsgesprek
chown skillsgesprek:skillsgesprek /var/lib/skillsgesprek
chmod 700 /var/lib/skillsgesprek

# Into a folder beside it first, so that what runs is never half of each.
fresh="$target.new"
rm -rf "$fresh"
mkdir -p "$fresh"
for part in src scripts prompts taxonomy docs package.json package-lock.json .npmrc tsconfig.json .env.example README.md LICENSE NOTICE CHANGELOG.md deploy; do
  cp -R "$source/$part" "$fresh/$part"
done
# As `npm start` sets itself up, without what only tests need; a Node 24 comes with the packages.
# npm reads no lock file of which a folder is lacking, even one that only tests use.
mkdir -p "$fresh/tests/support"
cp -R "$source/tests/support/qdrant" "$fresh/tests/support/qdrant"
(cd "$fresh" && node --input-type=module -e 'import { setUp } from "./scripts/setup.mjs"; await setUp(process.cwd(), false);')
# The program itself writes into node_modules only what it compiles: owned by its account.
mkdir -p "$fresh/node_modules/.cache"
chown -R skillsgesprek:skillsgesprek "$fresh/node_modules/.cache"

if [ -d "$target" ]; then
  rm -rf "$target.old"
  mv "$target" "$target.old"
fi
mv "$fresh" "$target"
rm -rf "$target.old"
echo "Installed in $target. Settings: /etc/skillsgesprek.env; data: /var/lib/skillsgesprek." >&2
