# Two nights in one folder, first without newest: yes; $1 is duly.
"$1" run --config plain.yaml
echo "without newest ended with $?"
"$1" run --config duly.yaml
echo "with newest ended with $?"
echo "overdue in the report: $(grep -c '"overdue"' reports/latest/team/breaches.csv)"
echo "read of 1 July: $(grep -c 'lcs-plans-01-07-2025' reports/latest/team/data-quality.html)"
echo "read of 30 June: $(grep -c 'lcs-plans-30-06-2025' reports/latest/team/data-quality.html)"
for child in 9001 9002 9003; do
  "$1" explain $child --config duly.yaml --rule england/first-core-group --format json >told
  echo "$child $(grep -o '"outcome": *"[^"]*"' told | head -1 | sed 's/.*: *"//; s/"$//')"
done
