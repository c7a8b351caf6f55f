#!/usr/bin/env bash
# Checks a file of outcomes, and submits it where that is asked for; with curl.
#
#   submit.sh FILE             checks every row and keeps nothing
#   submit.sh FILE --submit    submits the rows without a fault, and prints their receipts
#
# FILE is .csv, .ndjson, or .json (an array), each also .gz. The token is taken from HFS_TOKEN, the addresses from HFS_INTAKE
# and HFS_REGISTRY. It prints the report as it comes, a line of JSON a row, and ends with 0 if there was no fault, else with 1.
set -euo pipefail

intake=${HFS_INTAKE:-http://127.0.0.1:8081}
registry=${HFS_REGISTRY:-http://127.0.0.1:8082}
file=${1:?which file?}
dry_run=true
rows=rejected
if [ "${2:-}" = --submit ]; then
  dry_run=false
  rows=all
fi

encoding=identity
name=$file
if [ "${file##*.}" = gz ]; then
  encoding=gzip
  name=${file%.gz}
fi
case $name in
  *.csv) type=text/csv ;;
  *.ndjson) type=application/x-ndjson ;;
  *.json) type=application/json ;;
  *) echo "a file ends in .csv, .ndjson or .json, or with .gz after it" >&2; exit 1 ;;
esac

if [ ! -r "$file" ]; then
  echo "there is no file $file, or it can't be read" >&2
  exit 1
fi

report=$(mktemp)
trap 'rm -f "$report"' EXIT

# -T sends the file as it is read. --retry sends it again after 408, 429 and 503, when Retry-After says, and after a broken
# connection; a file that is sent twice counts once.
for try in 1 2 3 4 5; do
  curl -sS --fail-with-body -X POST -T "$file" --retry 5 --retry-connrefused \
    -H "Authorization: Bearer $HFS_TOKEN" -H "Content-Type: $type" -H "Content-Encoding: $encoding" \
    -o "$report" "$intake/v1/outcomes/batch?dryRun=$dry_run&rows=$rows" && sent=0 || sent=$?
  # the last line is the account; without it the report is broken off
  if [ "$sent" -eq 0 ] && tail -n 1 "$report" | grep -q '^{"summary":'; then
    break
  elif [ "$sent" -eq 22 ] || [ "$try" -eq 5 ]; then
    cat "$report" >&2
    exit 1
  fi
  echo "the report is broken off, sending the file again" >&2
done

grep -v '"status":"accepted"' "$report" # faulty rows, and the account

ids=$(sed -n 's/^{"row":[0-9]*,"outcomeId":"\([^"]*\)","status":"accepted".*/\1/p' "$report")
# up to fifty receipts at once; those that have not arrived yet are left out
printf '%s\n' $ids | sort -u | xargs -n 50 | while read -r fifty; do
  query=$(printf '&outcomeId=%s' $fifty)
  receipts="no receipts of $fifty"
  for wait in 0 1 2 4 8 16; do
    sleep "$wait"
    receipts=$(curl -sS -f -H "Authorization: Bearer $HFS_TOKEN" "$registry/v1/outcomes?${query:1}") || continue
    [ "$(grep -o '"outcomeId":' <<<"$receipts" | wc -l)" -eq "$(wc -w <<<"$fifty")" ] && break
  done
  echo "$receipts"
done

tail -n 1 "$report" | grep -q '"rejected":0,'
