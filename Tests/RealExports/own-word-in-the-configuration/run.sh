# A night with the site's own word, its own rule and its own mapping; $1 is duly.
"$1" run --config duly.yaml
echo "the night ended with $?"
for child in 9001 9002 9003; do
  "$1" explain $child --config duly.yaml --rule ours/family-network --format json >told
  echo "$child $(grep -o '"outcome": *"[^"]*"' told | head -1 | sed 's/.*: *"//; s/"$//')"
done
echo "overdue in the report: $(grep -c '"overdue"' reports/latest/team/breaches.csv)"
