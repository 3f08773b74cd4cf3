"""The flat job with what Python brings along: python3 flat_python.py RULES.csv IN.csv > OUT.csv"""

import csv
import io
import sys
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
LENGTHS = (12, 10, 7, 4, 2)


def main(rules_file, file):
    rules = read_rules(rules_file)
    output = csv.writer(io.TextIOWrapper(sys.stdout.buffer, "utf-8", newline=""), lineterminator="\n")
    with open(file, encoding="utf-8", newline="") as text:
        output.writerows(priced(csv.reader(text), rules))


def read_rules(file):
    rules = {}
    with open(file, encoding="utf-8", newline="") as text:
        for rule in csv.DictReader(text):
            terms = (rule["from"], rule["to"], rule["id"], Decimal(rule["rate"]), Decimal(rule["per_kg"]))
            rules.setdefault((rule["hts_prefix"], rule["origin"]), []).append(terms)
    return rules


def priced(rows, rules):
    yield next(rows) + ["rule_id", "duty_usd"]
    known = {}
    for row in rows:
        _, day, hts, origin, value, weight = row
        candidates = known.get((hts, origin))
        if candidates is None:
            candidates = known[hts, origin] = in_order(rules, hts, origin)
        for start, end, name, rate, per_kg in candidates:
            if start <= day < end:
                duty = Decimal(value) * rate + Decimal(weight) * per_kg
                yield row + [name, duty.quantize(CENT, ROUND_HALF_UP)]
                break
        else:
            yield row + ["", ""]


def in_order(rules, hts, origin):
    """The rules of a number and an origin, of whatever days, the one that wins first."""
    return [
        rule
        for length in LENGTHS
        for place in (origin, "*")
        for rule in rules.get((hts[:length], place), [])
    ]


main(*sys.argv[1:])
