# Two nights with one configuration; $1 is duly.
for night in n1 n2; do
  rm -rf in && cp -R $night in
  "$1" run --config duly.yaml 2>$night.err
  echo "$night ended with $?"
  cat $night.err >&2
  echo "$night says core groups: $(grep -c core-groups $night.err)"
  echo "$night says reviews: $(grep -c reviews $night.err)"
  echo "$night status core groups: $(cat reports/status.json | grep -c core-groups)"
  echo "$night status reviews: $(cat reports/status.json | grep -c reviews)"
done
echo "n2 overdue: $(grep -c '"overdue"' reports/latest/team/breaches.csv)"
