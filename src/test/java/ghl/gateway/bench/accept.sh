#!/bin/sh
# Measures the packaged gateway on this machine: a sandbox as its CRM, a gateway on SQLite beside it, both ended after.
# Run from the repository: src/test/java/ghl/gateway/bench/accept.sh [seconds per run]
set -eu
seconds=${1:-10}
home=$(mktemp -d "${BENCH_DIR:-target}/accept-XXXXXX")
home=$(cd "$home" && pwd)
jar=$PWD/target/quarkus-app/quarkus-run.jar
crm_port=${CRM_PORT:-18091}
port=${PORT:-18092}
pids=
end() { for pid in $pids; do kill "$pid" 2>/dev/null || true; done; }
trap end EXIT INT TERM

ready() {
  for _ in $(seq 100); do
    curl -s -m 2 -o /dev/null "http://127.0.0.1:$1/q/health/ready" && return
    sleep 0.2
  done
  echo "nothing is ready on port $1: see $home" >&2
  exit 1
}

cd "$home"
QUARKUS_HTTP_PORT=$crm_port GATEWAY_DATA=$home/crm java -jar "$jar" >crm.log 2>&1 &
pids="$pids $!"
ready "$crm_port"
QUARKUS_HTTP_PORT=$port GATEWAY_DATA=$home/gateway GATEWAY_ACCESS=open HIGHLEVEL_URL=http://127.0.0.1:$crm_port/sandbox \
  HIGHLEVEL_TOKEN=pit-sandbox HIGHLEVEL_LOCATION_ID=sbxMainLocation00001 java -jar "$jar" >gateway.log 2>&1 &
gateway=$!
pids="$pids $gateway"
ready "$port"

if command -v strace >/dev/null; then
  strace -f -c -e trace=fsync,fdatasync -p "$gateway" -o flushes.txt &
  tracer=$!
  sleep 1
  before=$(date +%s)
  for number in 1 2 3 4 5 6 7 8 9 10; do
    curl -s -m 20 "http://127.0.0.1:$port/graphql" -H 'Content-Type: application/json' --data-binary @- <<JSON
{"query": "mutation(\$input: SubmitFormInput!) { submitForm(input: \$input) { submission { status } } }", "variables": {"input": {
  "contact": {"email": "flush$number.$before@example.com"}, "tasks": {"title": "Call back"}, "notes": {"body": "A note"},
  "tags": ["web lead"], "wait": "PT10S"}}}
JSON
    echo
  done
  kill -INT "$tracer"
  wait "$tracer" || true
  echo "flushes of 10 everyday forms, one after the other, from accept to DONE:"
  cat flushes.txt
else
  echo "strace is not installed: flushes were not counted"
fi

classpath=$(echo "${jar%/*}"/lib/main/org.xerial.sqlite-jdbc-*.jar)
java -cp "$classpath" "${jar%/target/*}/src/test/java/ghl/gateway/bench/AcceptBenchmark.java" \
  "http://127.0.0.1:$port" "$seconds" "$home"
