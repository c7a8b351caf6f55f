#!/usr/bin/env python3
"""Checks a file of outcomes, and submits it where that is asked for.

    submit.py FILE             checks every row and keeps nothing
    submit.py FILE --submit    submits the rows without a fault, and looks their receipts up

FILE is .csv, .ndjson, or .json (an array), each also .gz. The token is taken from HFS_TOKEN, the addresses from HFS_INTAKE
and HFS_REGISTRY. It ends with 0 if there was no fault, else with 1. Needs Python 3.8 and nothing besides.
"""

import http.client
import json
import os
import sys
import time
import urllib.parse
from email.utils import parsedate_to_datetime

INTAKE = os.environ.get("HFS_INTAKE", "http://127.0.0.1:8081")
REGISTRY = os.environ.get("HFS_REGISTRY", "http://127.0.0.1:8082")
TOKEN = os.environ.get("HFS_TOKEN", "")
TYPES = {".csv": "text/csv", ".ndjson": "application/x-ndjson", ".json": "application/json"}
LATER = (408, 429, 503)  # nothing is wrong with the request: send it again
TRIES = 6
SECONDS_FOR_RECEIPTS = 60
RECEIPTS_AT_ONCE = 50


class NotNow(Exception):
    """The same request may succeed after so many seconds."""

    def __init__(self, why, seconds):
        super().__init__(why)
        self.seconds = seconds


def ask(method, address, headers=None, file=None):
    """Sends one request, its body straight from the file, and gives back the status, the headers and an open answer."""
    url = urllib.parse.urlsplit(address)
    connect = http.client.HTTPSConnection if url.scheme == "https" else http.client.HTTPConnection
    connection = connect(url.netloc, timeout=120)
    path = url.path + ("?" + url.query if url.query else "")
    try:
        # a body that is a file is read and sent piece by piece
        connection.request(method, path, body=file, headers={"Authorization": "Bearer " + TOKEN, **(headers or {})})
    except (BrokenPipeError, ConnectionResetError):
        pass  # the server has answered before it had everything, and says why
    answer = connection.getresponse()
    if answer.status in LATER:
        seconds = float(answer.headers.get("Retry-After", "5"))
        raise NotNow("%d %s" % (answer.status, answer.read().decode("utf-8", "replace")), seconds)
    return answer


def patiently(what):
    """Does it again while the answer is "not now" or the connection breaks; sending a file twice counts it once."""
    for left in range(TRIES - 1, -1, -1):
        try:
            return what()
        except (NotNow, OSError, http.client.HTTPException) as why:
            if left == 0:
                sys.exit("given up: %s" % why)
            seconds = why.seconds if isinstance(why, NotNow) else 5.0
            print("not now (%s), again in %g s" % (why, seconds), file=sys.stderr)
            time.sleep(seconds)


def send(path, dry_run):
    """Sends the file and reads the report line by line; gives back the account and the ids of the accepted rows."""
    name = path[:-3] if path.endswith(".gz") else path
    headers = {"Content-Type": TYPES[os.path.splitext(name)[1].lower()]}
    if path.endswith(".gz"):
        headers["Content-Encoding"] = "gzip"
    address = "%s/v1/outcomes/batch?rows=all&dryRun=%s" % (INTAKE, "true" if dry_run else "false")
    accepted, faulty, account = [], [], None
    with open(path, "rb") as file:
        answer = ask("POST", address, headers, file)
        if answer.status != 200:
            sys.exit(problem(answer))
        for line in answer:
            if not line.endswith(b"\n"):
                break  # in the middle of a row
            row = json.loads(line)
            if "summary" in row:
                account = row["summary"]
            elif row["status"] == "accepted":
                accepted.append(row["outcomeId"])
            else:
                faulty.append(row)
    if account is None:
        raise NotNow("the report is broken off", 1.0)
    return account, accepted, faulty


def problem(answer):
    """What is wrong with the request as a whole, in words."""
    said = json.loads(answer.read() or b"{}")
    lines = ["%d %s: %s" % (answer.status, said.get("code", ""), said.get("detail", ""))]
    lines += ["  %s: %s; %s" % (fault["field"], fault["message"], fault["fix"]) for fault in said.get("errors", [])]
    return "\n".join(lines)


def show(account, faulty):
    for row in faulty:
        for fault in row["errors"]:
            print("row %s (%s), %s = %s: %s; %s [%s]" % (
                row["row"], row.get("outcomeId", "?"), fault["field"] or "the row", fault.get("value", "?"),
                fault["message"], fault["fix"], fault["code"]))
    for warning in account.get("warnings", []):
        print("about the file: %s; %s [%s]" % (warning["message"], warning["fix"], warning["code"]))
    print("%(received)d rows: %(accepted)d accepted, %(rejected)d rejected" % account
          + (" (dry run, nothing was kept)" if account["dryRun"] else ""))


def clock():
    """What time it is for intake."""
    answer = ask("GET", INTAKE + "/actuator/health")
    answer.read()
    return parsedate_to_datetime(answer.headers["Date"])


def arrived(outcome_ids, since):
    """What became of those outcomes that have arrived since then, up to fifty of them."""
    answer = ask("GET", REGISTRY + "/v1/outcomes?" + urllib.parse.urlencode([("outcomeId", one) for one in outcome_ids]))
    if answer.status != 200:
        sys.exit(problem(answer))
    found = json.loads(answer.read())["receipts"]
    return [one for one in found if one["submittedAt"][:19] >= since.strftime("%Y-%m-%dT%H:%M:%S")]


def receipts(outcome_ids, since):
    """Waits until all have arrived, prints those that do not count as sent, and says whether there are none."""
    until = time.monotonic() + SECONDS_FOR_RECEIPTS
    counted, missing = {}, list(dict.fromkeys(outcome_ids))
    while missing and time.monotonic() < until:
        asked, later = missing[:RECEIPTS_AT_ONCE], missing[RECEIPTS_AT_ONCE:]
        found = patiently(lambda: arrived(asked, since))
        for one in found:
            counted[one["status"]] = counted.get(one["status"], 0) + 1
            if one["status"] == "quarantined":
                print("%s is quarantined: %s" % (one["outcomeId"], one["reason"]))
        there = {one["outcomeId"] for one in found}
        missing = later + [one for one in asked if one not in there]
        if not found:
            time.sleep(0.5)
    print("receipts: " + ", ".join("%d %s" % (count, status) for status, count in sorted(counted.items()))
          + (", %d not there yet" % len(missing) if missing else ""))
    return not missing and "quarantined" not in counted


def main(arguments):
    paths = [argument for argument in arguments if argument != "--submit"]
    if len(paths) != 1:
        sys.exit(__doc__)
    if not os.path.isfile(paths[0]) or not os.access(paths[0], os.R_OK):
        sys.exit("there is no file %s, or it can't be read" % paths[0])
    submit = "--submit" in arguments
    since = patiently(clock)
    account, accepted, faulty = patiently(lambda: send(paths[0], dry_run=not submit))
    show(account, faulty)
    good = account["rejected"] == 0
    if submit and accepted:
        good = receipts(accepted, since) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
