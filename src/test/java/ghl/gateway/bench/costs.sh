#!/bin/sh
# Measures what the most expensive requests of each route cost the packaged gateway, on its sandbox.
# Run from the repository: src/test/java/ghl/gateway/bench/costs.sh
set -eu
home=$(mktemp -d "${BENCH_DIR:-target}/costs-XXXXXX")
jar=$PWD/target/quarkus-app/quarkus-run.jar
port=${PORT:-18093}
QUARKUS_HTTP_PORT=$port GATEWAY_DATA=$home/data java -Xmx3g -Xmn2g -XX:+UseSerialGC -XX:TLABSize=64k -XX:-ResizeTLAB -jar "$jar" >"$home/gateway.log" 2>&1 &
gateway=$!
trap 'kill $gateway 2>/dev/null || true' EXIT INT TERM
for _ in $(seq 100); do
  curl -s -m 2 -o /dev/null "http://127.0.0.1:$port/q/health/ready" && break
  sleep 0.2
done
java src/test/java/ghl/gateway/bench/RequestCosts.java "http://127.0.0.1:$port" "$gateway"
