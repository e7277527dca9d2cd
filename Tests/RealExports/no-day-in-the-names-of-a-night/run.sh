# First as the configuration is, then with the key; $1 is duly.
"$1" run --config duly.yaml >told 2>&1
code=$?
sed 's/^/without: /' told
echo "without ended with $code"
"$1" run --config with.yaml
echo "with ended with $?"
echo "overdue in the report: $(grep -c '"overdue"' reports/latest/team/breaches.csv)"
