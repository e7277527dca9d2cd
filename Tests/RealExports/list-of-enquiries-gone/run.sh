# Four nights with one configuration; $1 is duly. On the second and the fourth there is no file of enquiries.
word() { tr -d '"\047\140' <"$1" | sed -n 's/.*--accept-change[ =]\{1,\}\([0-9A-Za-z][0-9A-Za-z:_-]*\).*/\1/p' | head -1; }
count() { echo "$1 ended with $2, overdue $(grep -c '"overdue"' reports/latest/team/breaches.csv)"; }
for night in n1 n2 n3 n4; do
  rm -rf in && cp -R $night in
  "$1" run --config duly.yaml 2>$night.err
  count $night $?
  cat $night.err >&2
  echo "$night banner: $(cat reports/status.json | grep -c enquiries)"
done
"$1" run --config duly.yaml --accept-change "$(word n2.err)"
count "n4 with the word for n2" $?
"$1" run --config duly.yaml --accept-change "$(word n4.err)"
count "n4 with its own word" $?
