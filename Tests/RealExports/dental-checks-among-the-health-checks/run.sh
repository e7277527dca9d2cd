# One night; what its list of faults tells of the file; $1 is duly.
"$1" run --config duly.yaml
echo "the night ended with $?"
echo "overdue in the report: $(grep -c '"overdue"' reports/latest/team/breaches.csv)"
echo "told of the list: $(grep -c 'ssd_cla_health' reports/latest/team/data-quality.csv)"
grep -o 'Harmful</dt><dd>[0-9]*' reports/latest/team/data-quality.html
