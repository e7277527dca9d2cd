# One night; what its list of faults tells of the file; $1 is duly.
"$1" run --config duly.yaml
echo "the night ended with $?"
echo "overdue in the report: $(grep -c '"overdue"' reports/latest/team/breaches.csv)"
echo "told of the list: $(grep -c 'fostering-2025-06-30' reports/latest/team/data-quality.csv)"
grep -o 'Harmful</dt><dd>[0-9]*' reports/latest/team/data-quality.html
for child in 9001 9002 9003; do
  "$1" explain $child --config duly.yaml --rule england/private-fostering-first-visit --format json >told
  echo "$child $(grep -o '"outcome": *"[^"]*"' told | head -1 | sed 's/.*: *"//; s/"$//')"
done
