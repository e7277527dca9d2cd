# One night; what its list of faults tells of the visits, by line; $1 is duly.
"$1" run --config duly.yaml
echo "the night ended with $?"
for line in 6 7 8; do
  echo "told of line $line: $(tr -d '"' <reports/latest/team/data-quality.csv | grep 'visits_2025-06-30' | grep -cE "(^|[,:])$line([,:]|\$)")"
done
for child in 9001 9003 9004; do
  "$1" explain $child --config duly.yaml --rule england/visit-first-week --format json >told
  echo "$child $(grep -o '"outcome": *"[^"]*"' told | head -1 | sed 's/.*: *"//; s/"$//')"
done
