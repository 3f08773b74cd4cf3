# The flat job in POSIX awk: LC_ALL=C mawk -v RULES=RULES.csv -f flat.awk IN.csv > OUT.csv
# Amounts are whole numbers of cents, grams and ten-millionths of a dollar, all below 2^53, where doubles are exact.
# Quoted fields may hold commas and quotation marks, but no line breaks.

BEGIN {
  FS = OFS = ","
  getline < RULES
  while ((getline < RULES) > 0) {
    place = $2 "|" $3
    count[place]++
    at[place, count[place]] = $1
    from[$1] = $4; to[$1] = $5
    share[$1] = int($6 * 100000 + 0.5); per_kg[$1] = int($7 * 10000 + 0.5)
  }
  split("12 10 7 4 2", lengths, " ")
}

NR == 1 { print $0, "rule_id", "duty_usd"; next }

{
  if (index($0, "\"")) unquote($0)
  else { day = $2; hts = $3; origin = $4; value = $5; weight = $6 }
  key = hts "|" origin
  if (!(key in known)) learn()
  for (k = 1; k <= known[key]; k++) {
    id = candidate[key, k]
    if (from[id] <= day && day < to[id]) break
  }
  if (k > known[key]) { print $0, "", ""; next }
  cents = int((int(value * 100 + 0.5) * share[id] + int(weight * 1000 + 0.5) * per_kg[id] + 50000) / 100000)
  printf "%s,%s,%d.%02d\n", $0, id, int(cents / 100), cents % 100
}

# The rules of a number and an origin, of whatever days, the one that wins first.
function learn(    n, i, j, p, place) {
  n = 0
  for (i = 1; i <= 5; i++)
    for (p = 1; p <= 2; p++) {
      place = substr(hts, 1, lengths[i]) "|" (p == 1 ? origin : "*")
      for (j = 1; j <= count[place]; j++) candidate[key, ++n] = at[place, j]
    }
  known[key] = n
}

# The fields after the first, which is written back as it is: a quotation mark within quotes is doubled.
function unquote(line,    n, end) {
  for (n = 1; n <= 6; n++) {
    if (substr(line, 1, 1) == "\"") {
      line = substr(line, 2)
      while (substr(line, (end = index(line, "\"")) + 1, 1) == "\"") line = substr(line, end + 2)
      field[n] = substr(line, 1, end - 1)
      line = substr(line, end + 2)
    } else {
      end = index(line, ",")
      if (end == 0) end = length(line) + 1
      field[n] = substr(line, 1, end - 1)
      line = substr(line, end + 1)
    }
  }
  day = field[2]; hts = field[3]; origin = field[4]; value = field[5]; weight = field[6]
}
