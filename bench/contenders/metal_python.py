"""The same two jobs as metal-node.mjs with what Python brings along: python3 metal_python.py pass|metal IN.csv > OUT.csv"""

import csv
import io
import sys
from decimal import ROUND_HALF_UP, Decimal

RATES = {"72": Decimal("0.25"), "73": Decimal("0.25"), "76": Decimal("0.10")}
CENT = Decimal("0.01")


def main(job, file):
    output = csv.writer(io.TextIOWrapper(sys.stdout.buffer, "utf-8", newline=""), lineterminator="\n")
    with open(file, encoding="utf-8", newline="") as text:
        rows = csv.reader(text)
        if job == "metal":
            rows = priced(rows)
        output.writerows(rows)


def priced(rows):
    header = next(rows)
    hts, value = header.index("hts"), header.index("value")
    yield header + ["duty"]
    for row in rows:
        rate = RATES.get(row[hts][:2], Decimal(0))
        yield row + [str((Decimal(row[value]) * rate).quantize(CENT, ROUND_HALF_UP))]


main(*sys.argv[1:])
