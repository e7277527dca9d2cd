# One night; what its list of faults tells of the file; $1 is duly.
head -c 32 /dev/urandom >site.key && chmod 0400 site.key
"$1" run --config duly.yaml
echo "the night ended with $?"
echo "overdue in the report: $(grep -c '"overdue"' reports/latest/team/breaches.csv)"
echo "told of the list: $(grep -c 'mosaic_assessment_steps' reports/latest/team/data-quality.csv)"
grep -o 'Harmful</dt><dd>[0-9]*' reports/latest/team/data-quality.html
